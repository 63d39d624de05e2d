import type { IncomingMessage, Server } from 'node:http';
import { context, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Logger } from '@/lib/core/logger';
import { setTracer } from '@/lib/core/tracer';
import { routeOf } from './route-of';

const NAME = 'egodaeyeo';

/**
 * Sends spans of requests, events and statements to a collector, and nothing when there is none: what a span carries is
 * a pattern, a code or a count, never a value. A collector that is away costs a buffer of 2,048 spans.
 *
 * @param endpoint of OTLP over HTTP, as OTEL_EXPORTER_OTLP_ENDPOINT has it
 * @returns sends what is left
 */
export async function startTracing(
  server: Server,
  { endpoint, service, logger }: { endpoint: string; service: string; logger: Logger },
): Promise<() => Promise<void>> {
  const [{ NodeTracerProvider, BatchSpanProcessor }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/+$/, '')}/v1/traces`,
    timeoutMillis: 5_000,
  });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    spanProcessors: [new BatchSpanProcessor(exporter, { maxQueueSize: 2_048, exportTimeoutMillis: 5_000 })],
  });
  provider.register();
  const tracer = trace.getTracer(NAME);
  setTracer({
    inSpan: (name, attributes, work) =>
      tracer.startActiveSpan(name, { attributes }, async (span) => {
        try {
          return await work();
        } catch (error) {
          fail(span, error);
          throw error;
        } finally {
          span.end();
        }
      }),
  });
  traceRequests(server);
  logger.info({}, 'traces are sent');
  return () =>
    provider.shutdown().catch((error) => logger.warn({ err: error }, 'the last traces were not sent'));
}

/** Each request is a span, below the one that its `traceparent` names; what it does is below that. */
function traceRequests(server: Server) {
  const tracer = trace.getTracer(NAME);
  const [listener] = server.listeners('request').slice(-1) as ((...args: unknown[]) => void)[];
  if (!listener) return;
  server.off('request', listener);
  server.on('request', (request: IncomingMessage, response) => {
    const route = routeOf(request.url);
    const parent = propagation.extract(context.active(), request.headers);
    const attributes = { 'http.request.method': request.method ?? '', 'http.route': route };
    const span = tracer.startSpan(
      `${request.method} ${route}`,
      { kind: SpanKind.SERVER, attributes },
      parent,
    );
    response.once('close', () => {
      span.setAttribute('http.response.status_code', response.statusCode);
      if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    context.with(trace.setSpan(parent, span), () => listener(request, response));
  });
}

function fail(span: Span, error: unknown) {
  const { code } = (error ?? {}) as { code?: unknown };
  span.setStatus({ code: SpanStatusCode.ERROR });
  if (typeof code === 'string') span.setAttribute('error.type', code);
}
