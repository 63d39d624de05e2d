import { spawn } from 'node:child_process';

/**
 * Runs Node with these words, in this terminal, and ends as it does.
 *
 * @param {string[]} args
 */
export function handOver(args) {
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  // Ctrl-C in a terminal reaches the child by itself; a signal sent to this process alone is handed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => forward(signal));
  child.on('exit', (code) => process.exit(code ?? 1));

  function forward(signal) {
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    child.kill(signal);
  }
}
