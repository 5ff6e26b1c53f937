import { InteractionType, type APIInteraction } from 'discord.js';
import type { Core, OpenedForm, Suggestion } from '../../../ports/core.ts';
import type { Choice } from '../../../ports/digest.ts';
import { digestRequest, readDigest, readSuggestion } from '../read/read-digest.ts';
import { askOfForm, findFormToOpen, readForm, type FormToOpen } from '../read/read-form.ts';
import type { Caller } from '../read/read-opening.ts';
import { renderFaults } from '../render/render-faults.ts';
import { renderForm } from '../render/render-form.ts';
import type { DiscordLine } from '../send/discord-api.ts';
import { DISCORD } from '../wire/discord-address.ts';
import { acknowledge, type Acknowledgement } from './acknowledge.ts';
import { BUSY, type Taker } from './create-taker.ts';

export interface DigestParts {
  readonly core: Core;
  readonly line: DiscordLine;
  readonly taker: Taker;
}

/** Ours, of the 3 s in which Discord wants a form or suggestions: nothing else may be said before them. */
const ASK_MS = 1500;

/** Takes what is done about digests; resolves to whether it was that. */
export async function takeDigest(
  parts: DigestParts,
  interaction: APIInteraction,
  caller: Caller,
): Promise<boolean> {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand: {
      const command = readDigest(interaction, caller);
      if (command?.kind === 'form')
        await openForm(parts, { about: command.about, typed: {} }, caller);
      if (command?.kind === 'request') await parts.taker.take(command.request, THINKING);
      return command !== undefined;
    }
    case InteractionType.ApplicationCommandAutocomplete: {
      const choices = await suggest(parts, readSuggestion(interaction, caller));
      await acknowledge(parts.line, caller.opening(true), { kind: 'choices', choices });
      return true;
    }
    case InteractionType.MessageComponent: {
      const opened = findFormToOpen(interaction);
      if (opened !== undefined) await openForm(parts, opened, caller);
      return opened !== undefined;
    }
    case InteractionType.ModalSubmit: {
      const filled = readForm(interaction);
      // A form of somebody else's making: it closes, and nothing happens.
      if (filled === undefined) return false;
      const { id } = interaction;
      const request = digestRequest(id, { caller, ask: askOfForm(filled) });
      await parts.taker.submit(request, ({ faults }) => ({
        kind: 'messages',
        messages: renderFaults({ ...filled, faults, id }),
      }));
      return true;
    }
    default:
      return false;
  }
}

const THINKING: Acknowledgement = { kind: 'thinking' };

/** The form, or what is said in its place. */
async function openForm(
  { core, line }: DigestParts,
  { about, typed }: FormToOpen,
  caller: Caller,
): Promise<void> {
  const { channel, place, person } = caller;
  const query = { platform: DISCORD, place, channel, person, about };
  let opened: OpenedForm;
  try {
    opened = await core.form(query, AbortSignal.timeout(ASK_MS));
  } catch (error) {
    line.log.warn({ about: about.kind, error: String(error) }, 'no form in time: refused as busy');
    opened = { status: 'answered', post: BUSY };
  }
  const shown: Acknowledgement =
    opened.status === 'form'
      ? { kind: 'form', modal: renderForm(opened.form, typed) }
      : { kind: 'post', post: opened.post };
  await acknowledge(line, caller.opening(true), shown);
}

/** Nothing where the core does not say in time: whoever types goes on by themselves. */
async function suggest(
  { core, line }: DigestParts,
  query: Suggestion | undefined,
): Promise<readonly Choice[]> {
  if (query === undefined) return [];
  try {
    return await core.suggest(query, AbortSignal.timeout(ASK_MS));
  } catch (error) {
    line.log.warn({ field: query.field, error: String(error) }, 'nothing suggested');
    return [];
  }
}
