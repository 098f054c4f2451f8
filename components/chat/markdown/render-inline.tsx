import type { MarkedToken, Token, Tokens } from 'marked';
import { Fragment, type ComponentChild } from 'preact';
import { t } from '~/lib/i18n/message';
import { drawMarks } from '../../sources/draw-marks';
import { Sources } from '../../sources/source-store';
import { decodeEntities } from './entities';
import { namesHost, readSafeLink } from './safe-link';

/** Inline tokens as nodes. Positions serve as keys: tokens are only ever added at the end. */
export function renderInline(tokens: readonly Token[]): ComponentChild[] {
  return tokens.map(renderToken);
}

function renderToken(token: Token, key: number): ComponentChild {
  // Generic tokens come from marked extensions only; Docent has none.
  const known = token as MarkedToken;
  switch (known.type) {
    case 'text':
      return known.tokens ? <Fragment key={key}>{renderInline(known.tokens)}</Fragment> : drawMarks(decodeEntities(known.text));
    case 'escape':
      return known.text;
    case 'strong':
      return <strong key={key}>{renderInline(known.tokens)}</strong>;
    case 'em':
      return <em key={key}>{renderInline(known.tokens)}</em>;
    case 'del':
      return <del key={key}>{renderInline(known.tokens)}</del>;
    case 'codespan':
      return <code key={key} dir="ltr">{known.text}</code>;
    case 'br':
    case 'html': // only `<br>` gets this far, see lexer.ts
      return <br key={key} />;
    case 'link':
      return renderLink(known, key);
    case 'image':
      return renderImage(known, key);
    default:
      return known.raw;
  }
}

function renderLink(token: Tokens.Link, key: number): ComponentChild {
  const link = readSafeLink(token.href);
  const text = renderInline(token.tokens);
  if (!link) return <Fragment key={key}>{text}</Fragment>;
  return (
    <a key={key} href={link.href} title={link.href} target="_blank" rel="noreferrer noopener">
      {/* What leads elsewhere cannot stand in a link. */}
      <Sources.Provider value={undefined}>{text}</Sources.Provider>
      {!namesHost(token.text, link) && <span class="md-host"> {link.host}</span>}
    </a>
  );
}

/** A picture in an answer is never loaded: its address can carry the page's text to whoever wrote the page. */
function renderImage(token: Tokens.Image, key: number): ComponentChild {
  const host = readSafeLink(token.href)?.host;
  const alt = decodeEntities(token.text);
  return (
    <span key={key} class="md-image">
      {host ? t('pictureNotLoaded', alt, host) : t('pictureWithoutAddress', alt)}
    </span>
  );
}
