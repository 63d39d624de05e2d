interface LetterParts {
  locale: string;
  brand: string;
  subject: string;
  hello: string;
  text: string;
  button: string;
  link: string;
  fallback: string;
  notYou: string;
  footer: string;
}

/** A letter as mail programs show it: one column, no pictures, nothing loaded from anywhere; and the same in plain text. */
export function layOut(parts: LetterParts): { text: string; html: string } {
  const { hello, text, link, notYou, footer } = parts;
  return { text: [hello, text, link, notYou, `-- \n${footer}`].join('\n\n'), html: htmlOf(parts) };
}

function htmlOf(parts: LetterParts): string {
  // The same names with other values: Object.fromEntries forgets them.
  const part = Object.fromEntries(
    Object.entries(parts).map(([name, value]) => [name, escapeHtml(value)]),
  ) as unknown as LetterParts;
  return `<!doctype html>
<html lang="${part.locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${part.subject}</title></head>
<body style="margin:0;padding:24px 12px;background:#f4f2ec;color:#24231f;font:16px/1.7 -apple-system,'Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR',sans-serif">
<div style="max-width:520px;margin:0 auto;padding:32px 28px;background:#fff;border-radius:16px;word-break:keep-all">
<p style="margin:0 0 20px;font-weight:700;color:#176b45">${part.brand}</p>
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.4">${part.subject}</h1>
<p style="margin:0 0 24px">${part.hello}<br>${part.text}</p>
<p style="margin:0 0 24px"><a href="${part.link}" style="display:inline-block;padding:14px 24px;border-radius:12px;background:#176b45;color:#fff;font-weight:700;text-decoration:none">${part.button}</a></p>
<p style="margin:0 0 24px;font-size:14px;color:#5d5a52">${part.fallback}<br><a href="${part.link}" style="color:#176b45;word-break:break-all">${part.link}</a></p>
<p style="margin:0;padding-top:16px;border-top:1px solid #e6e2d8;font-size:14px;color:#5d5a52">${part.notYou}</p>
</div>
<p style="max-width:520px;margin:16px auto 0;font-size:12px;color:#7a766c">${part.footer}</p>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
