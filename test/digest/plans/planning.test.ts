import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Post } from '../../../src/post/post.ts';
import { startDigestRig, type DigestRig } from '../rig.ts';

const feed = 'https://quay.example/feed.xml';
const fields = { name: 'Morning news', source: feed, schedule: 'weekdays at 9:00' };

let rig: DigestRig;

beforeEach(async () => {
  rig = await startDigestRig();
  rig.feeds.set(feed, { feed: { title: 'The Quay Post', items: [] } });
});
afterEach(() => rig.close());

const textOf = ({ sections }: Post): string =>
  sections
    .flatMap(({ title, parts, notes }) => [title?.text, ...parts.map(({ text }) => text), ...notes])
    .filter((text) => text !== undefined)
    .join('\n');

const plans = () => rig.store.digests.listPlans({ platform: 'memory', place: 'ostvik' });

describe('a digest that is made in chat', () => {
  it('is said back before it counts, with its next five times', async () => {
    const answer = await rig.ask({ kind: 'create', fields });
    const text = textOf(answer.outgoing.post);
    expect(text).toContain('every weekday at 09:00');
    expect(text).toContain('quay.example/feed.xml');
    expect(text).toContain('Mon 2 Jun 2031, 09:00 (UTC)');
    expect(text).toContain('Fri 6 Jun 2031, 09:00 (UTC)');
    expect(answer.outgoing.post.actions).toEqual(['confirm', 'change', 'discard']);
    expect(await plans()).toEqual([]);
  });

  it('counts once it is confirmed, and says when it comes first', async () => {
    await rig.ask({ kind: 'create', fields });
    const answer = await rig.click('confirm');
    expect(textOf(answer.outgoing.post)).toContain('the next one comes Mon 2 Jun 2031, 09:00');
    expect(answer.outgoing.post.actions).toEqual([]);
    expect(await plans()).toMatchObject([
      {
        plan: { name: 'Morning news', revision: 1, timezone: 'UTC', stories: 5 },
        nextSlotMs: Date.UTC(2031, 5, 2, 9),
      },
    ]);
  });

  it('is not there when somebody says no', async () => {
    await rig.ask({ kind: 'create', fields });
    await rig.click('discard');
    expect(await plans()).toEqual([]);
  });

  it('is confirmed by nobody else', async () => {
    await rig.ask({ kind: 'create', fields });
    await rig.click('confirm', 'anders');
    expect(await plans()).toEqual([]);
  });

  it('is in the zone where its maker lives', async () => {
    rig.platform.timezones.set('tilde', 'Asia/Kolkata');
    const answer = await rig.ask({ kind: 'create', fields });
    expect(textOf(answer.outgoing.post)).toContain('09:00 (Asia/Kolkata)');
  });

  it('hears of everything that is wrong with it at once', async () => {
    const wrong = {
      name: '',
      source: 'mailto:somebody',
      schedule: 'now and then',
      timezone: 'Atlantis',
      stories: '99',
    };
    const answer = await rig.ask({ kind: 'create', fields: wrong });
    const parts = answer.outgoing.post.sections.flatMap((section) => section.parts);
    expect(parts.filter(({ kind }) => kind === 'bullet')).toHaveLength(5);
  });

  it('needs a source that is one', async () => {
    const answer = await rig.ask({
      kind: 'create',
      fields: { ...fields, source: 'https://quay.example/none' },
    });
    expect(textOf(answer.outgoing.post)).toContain('no feed at that address');
    // What was typed comes back with the form.
    expect(answer.outgoing.post.actions).toEqual(['change']);
  });

  it('comes back as it was typed where one of its sources is none, and is right the second time', async () => {
    const source = `${fields.source}\nhttps://quay.example/none`;
    const answer = await rig.ask({ kind: 'create', fields: { ...fields, source } });
    expect(textOf(answer.outgoing.post)).toContain('quay.example/none: ');
    const { key } = answer.outgoing;
    const query = { platform: 'memory', place: 'ostvik', channel: 'square', person: 'tilde' };
    const opened = await rig.digests.desk.form({ ...query, about: { kind: 'redraft', key } });
    if (opened.status !== 'form') throw new Error('no form opens');
    const filled = new Map(opened.form.fields.map(({ name, value }) => [name, value]));
    expect(filled.get('name')).toBe(fields.name);
    expect(filled.get('source')).toContain('https://quay.example/none');
    const again = await rig.ask({ kind: 'redraft', key, fields: { source: fields.source } });
    expect(again.outgoing.post.actions).toContain('confirm');
  });

  it('is not for those who may not', async () => {
    rig.platform.rights = () => ({ mayCreate: false, mayManage: false });
    const answer = await rig.ask({ kind: 'create', fields });
    expect(textOf(answer.outgoing.post)).toContain('You may not have digests posted');
  });

  it('hears that the bot cannot see the channel, before anything about rights', async () => {
    rig.platform.rights = () => ({
      mayCreate: false,
      mayManage: false,
      hindrance: 'no-such-channel',
    });
    const answer = await rig.ask({ kind: 'create', fields });
    expect(textOf(answer.outgoing.post)).toContain('I cannot see that channel');
  });

  it('counts no longer in the form that it had before it was changed', async () => {
    const first = await rig.ask({ kind: 'create', fields });
    await rig.ask({ kind: 'redraft', key: first.outgoing.key, fields: { stories: '3' } });
    expect(await rig.store.digests.findDraft(first.outgoing.key)).toBeUndefined();
    await rig.click('confirm');
    expect(await plans()).toMatchObject([{ plan: { name: 'Morning news', stories: 3 } }]);
  });

  it('needs another name where there is one of that name, whatever its letter case', async () => {
    await rig.ask({ kind: 'create', fields });
    await rig.click('confirm');
    await rig.ask({ kind: 'create', fields: { ...fields, name: 'MORNING news' } });
    const answer = await rig.click('confirm');
    expect(textOf(answer.outgoing.post)).toContain('choose another name');
    expect(await plans()).toHaveLength(1);
  });
});

describe('a digest that is kept', () => {
  beforeEach(async () => {
    await rig.ask({ kind: 'create', fields });
    await rig.click('confirm');
  });

  it('is changed in a new revision, which makes up for nothing', async () => {
    rig.clock.move(10 * 60 * 60 * 1000);
    await rig.ask({ kind: 'edit', name: 'morning NEWS', fields: { schedule: 'every day at 7' } });
    await rig.click('confirm');
    expect(await plans()).toMatchObject([
      {
        plan: { name: 'Morning news', revision: 2, schedule: 'every day at 07:00' },
        nextSlotMs: Date.UTC(2031, 5, 3, 7),
      },
    ]);
  });

  it('is not changed by a draft that somebody else was faster than', async () => {
    const first = await rig.ask({ kind: 'edit', name: 'Morning news', fields: { stories: '2' } });
    await rig.ask({ kind: 'pause', name: 'Morning news' });
    const answer = await rig.digests.desk.decide(
      {
        kind: 'follow-up',
        id: 'late',
        platform: 'memory',
        person: 'tilde',
        channel: 'square',
        place: 'ostvik',
        replyTo: rig.platform.to('square'),
        isPrivate: true,
        about: { key: first.outgoing.key },
        ask: { kind: 'confirm' },
        from: { kind: 'button', message: rig.platform.sent(first.id) },
        isModerator: false,
      },
      'confirm',
      { platform: rig.platform, signal: new AbortController().signal },
    );
    expect(answer.kind === 'post' ? textOf(answer.post) : '').toContain(
      'Somebody else has changed',
    );
  });

  it('is paused and goes on', async () => {
    await rig.ask({ kind: 'pause', name: 'Morning news' });
    expect((await plans())[0]?.nextSlotMs).toBeUndefined();
    const answer = await rig.ask({ kind: 'resume', name: 'Morning news' });
    expect(textOf(answer.outgoing.post)).toContain(
      'goes on: the next one comes Mon 2 Jun 2031, 09:00',
    );
  });

  it('is removed once that is confirmed', async () => {
    const answer = await rig.ask({ kind: 'remove', name: 'Morning news' });
    expect(answer.outgoing.post.actions).toEqual(['confirm', 'discard']);
    expect(await plans()).toHaveLength(1);
    await rig.click('confirm');
    expect(await plans()).toEqual([]);
  });

  it('is listed and shown', async () => {
    const list = await rig.ask({ kind: 'list' });
    expect(textOf(list.outgoing.post)).toContain('Morning news: every weekday at 09:00 (UTC)');
    const shown = await rig.ask({ kind: 'show', name: 'morning news' });
    expect(textOf(shown.outgoing.post)).toContain('up to 5 stories');
  });

  it('is changed by its maker and by who manages the channel', async () => {
    rig.platform.rights = (_channel, person) => ({
      mayCreate: true,
      mayManage: person === 'chief',
    });
    const stranger = await rig.ask({ kind: 'pause', name: 'Morning news' }, 'anders');
    expect(textOf(stranger.outgoing.post)).toContain('You may not change');
    await rig.ask({ kind: 'pause', name: 'Morning news' }, 'chief');
    expect((await plans())[0]?.plan.status).toBe('paused');
    await rig.ask({ kind: 'resume', name: 'Morning news' });
    expect((await plans())[0]?.plan.status).toBe('active');
  });

  it('is told by name where it is not there', async () => {
    const answer = await rig.ask({ kind: 'show', name: 'Evening news' });
    expect(textOf(answer.outgoing.post)).toContain('There is no digest “Evening news” here');
  });

  it('goes when the bot is removed from the place', async () => {
    await rig.digests.desk.left({ kind: 'place', platform: 'memory', place: 'ostvik' });
    expect(await plans()).toEqual([]);
  });
});

describe('a form', () => {
  it('is filled with the plan that is to be changed', async () => {
    await rig.ask({ kind: 'create', fields });
    await rig.click('confirm');
    const query = { platform: 'memory', place: 'ostvik', channel: 'square', person: 'tilde' };
    const opened = await rig.digests.desk.form({
      ...query,
      about: { kind: 'edit', name: 'morning news' },
    });
    if (opened.status !== 'form') throw new Error('no form');
    expect(opened.form.fields.slice(0, 3).map(({ value }) => value)).toEqual([
      'Morning news',
      feed,
      'every weekday at 09:00',
    ]);
  });

  it('tells what is wrong in a field at once', () => {
    expect(
      rig.digests.desk.findFaults({ kind: 'create', fields: { ...fields, schedule: 'sometime' } }),
    ).toMatchObject([{ field: 'schedule' }]);
    expect(
      rig.digests.desk.findFaults({ kind: 'edit', name: 'x', fields: { stories: '3' } }),
    ).toEqual([]);
  });
});
