import { printable } from './shown-name.js';

/** @import { Message } from '../message.ts' */

/** A line that tells which message is meant. @param {Message} message */
export function summaryOf(message) {
  const text =
    message.by === 'person'
      ? message.text || message.files.map(({ name }) => printable(name)).join(', ')
      : message.post.sections.map(({ title, parts }) => title?.text ?? parts[0]?.text).join('; ');
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

/** The articles that a message is about. @param {Message} message @returns {readonly string[]} */
export function articleIdsOf(message) {
  if (message.by === 'person') return [];
  return message.post.sections.flatMap(({ articleId }) =>
    articleId === undefined ? [] : [articleId],
  );
}
