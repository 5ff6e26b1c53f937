import { Routes } from 'discord.js';
import type { DiscordApi } from '../send/discord-api.ts';
import { commands } from './commands.ts';

/** Writes the commands where Discord has others. Resolves to whether it did. */
export async function registerCommands(
  api: DiscordApi,
  application: string,
  signal: AbortSignal,
): Promise<boolean> {
  const path = Routes.applicationCommands(application);
  if (await areRegistered(api, application, signal)) return false;
  await api.call({ method: 'PUT', path, body: commands }, signal);
  return true;
}

export async function areRegistered(
  api: DiscordApi,
  application: string,
  signal: AbortSignal,
): Promise<boolean> {
  const path = Routes.applicationCommands(application);
  const there = await api.call({ method: 'GET', path }, signal);
  return isSameCommands(there, commands);
}

/** Whether two lists of commands are the same to a person, whatever order and defaults they are written with. */
export function isSameCommands(one: unknown, other: unknown): boolean {
  return normalized(one) === normalized(other);
}

function normalized(list: unknown): string {
  const all = Array.isArray(list) ? list.map(essence) : [];
  return JSON.stringify(all.map((command) => JSON.stringify(command)).sort());
}

/** What Discord leaves out where it is the default, and what it adds of its own. */
function essence(command: unknown): unknown {
  const { type, name, description, options, integration_types, contexts, nsfw, ...rest } =
    fieldsOf(command);
  return {
    type: type ?? 1,
    name,
    description: description ?? '',
    options: Array.isArray(options) ? options.map(optionEssence) : [],
    integration_types: sorted(integration_types ?? [0]),
    contexts: sorted(contexts),
    nsfw: nsfw ?? false,
    permissions: rest['default_member_permissions'] ?? null,
  };
}

function optionEssence(option: unknown): unknown {
  const { type, name, description, required, choices, options, ...rest } = fieldsOf(option);
  return {
    type,
    name,
    description,
    required: required ?? false,
    autocomplete: rest['autocomplete'] ?? false,
    choices: Array.isArray(choices) ? choices.map(choiceEssence) : [],
    options: Array.isArray(options) ? options.map(optionEssence) : [],
    channelTypes: sorted(rest['channel_types']),
    bounds: ['min_value', 'max_value', 'min_length', 'max_length'].map((key) => rest[key] ?? null),
  };
}

function choiceEssence(choice: unknown): unknown {
  const { name, value } = fieldsOf(choice);
  return { name, value };
}

function sorted(list: unknown): unknown {
  return Array.isArray(list) ? list.toSorted() : null;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
