import type { PagePicture, PictureEstimate } from '~/lib/shared/picture';
import { estimateImageTokens, estimateTokens } from '~/lib/shared/tokens';
import { buildDescribeRequest, type DescribeSetup } from './prepare-describing';

/** Tokens of an answer: a line of alternative text. What a model may think before it, nobody knows beforehand. */
const ANSWER_TOKENS = 50;

/** What describing these pictures comes to, erring on the side of too much. */
export function estimate(setup: DescribeSetup, pictures: readonly PagePicture[]): PictureEstimate {
  const { model, host, settings } = setup;
  let prompt = 0;
  for (const picture of pictures) {
    const size = sizeSent(picture, settings.pictures.maxSide);
    const { messages } = buildDescribeRequest(setup, picture, { images: [{ type: 'image', ...size }], animated: false });
    prompt += messages.reduce((sum, { content }) => sum + estimateTokens(content), estimateImageTokens(size));
  }
  const answers = pictures.length * ANSWER_TOKENS;
  const price = model.model?.price;
  return {
    pictures: pictures.length,
    tokens: prompt + answers,
    ...(price ? { usd: (prompt * price.input + answers * price.output) / 1_000_000 } : {}),
    model: model.id,
    host,
  };
}

function sizeSent({ naturalWidth, naturalHeight, width, height }: PagePicture, maxSide: number): { width: number; height: number } {
  const known = naturalWidth > 0 && naturalHeight > 0;
  const size = known ? { width: naturalWidth, height: naturalHeight } : { width, height };
  const scale = Math.min(1, maxSide / Math.max(size.width, size.height, 1));
  return { width: Math.round(size.width * scale), height: Math.round(size.height * scale) };
}
