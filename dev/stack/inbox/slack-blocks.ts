import * as z from 'zod';

/** The blocks of a message and their limits: https://docs.slack.dev/reference/block-kit/blocks */
const Block = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('header'), text: PlainText(150) }),
  z
    .looseObject({
      type: z.literal('section'),
      text: Text(3_000).optional(),
      fields: z.array(Text(2_000)).min(1).max(10).optional(),
    })
    .refine(({ text, fields }) => text !== undefined || fields !== undefined),
  z.looseObject({ type: z.literal('context'), elements: z.array(z.unknown()).min(1).max(10) }),
  z.looseObject({ type: z.literal('actions'), elements: z.array(Element()).min(1).max(25) }),
  z.looseObject({ type: z.literal('image'), alt_text: z.string().min(1).max(2_000) }),
  z.looseObject({ type: z.literal('markdown'), text: z.string().min(1).max(12_000) }),
  z.looseObject({ type: z.literal('rich_text'), elements: z.array(z.unknown()) }),
  z.looseObject({ type: z.literal('divider') }),
]);
export type SlackBlock = z.infer<typeof Block>;

export const SlackBlocks = z.array(Block).max(50);

function PlainText(max: number) {
  return z.looseObject({ type: z.literal('plain_text'), text: z.string().min(1).max(max) });
}

function Text(max: number) {
  const type = z.enum(['plain_text', 'mrkdwn']);
  return z.looseObject({ type, text: z.string().min(1).max(max) });
}

function Element() {
  return z.looseObject({
    type: z.string(),
    text: PlainText(75).optional(),
    url: z.url().max(3_000).optional(),
  });
}
