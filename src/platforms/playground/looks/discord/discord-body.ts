/** What of a message's JSON is shown: https://discord.com/developers/docs/resources/message#create-message */
export interface DiscordBody {
  readonly content?: string;
  readonly embeds?: readonly DiscordEmbed[];
  readonly components?: readonly DiscordRow[];
  /** 64: only one person sees it. */
  readonly flags?: number;
}

export interface DiscordEmbed {
  readonly title?: string;
  readonly url?: string;
  readonly author?: { readonly name: string; readonly url?: string };
  readonly description?: string;
  readonly fields?: readonly DiscordField[];
  readonly footer?: { readonly text: string };
  /** 0xRRGGBB */
  readonly color?: number;
}

export interface DiscordField {
  readonly name: string;
  readonly value: string;
  readonly inline?: boolean;
}

/** A row (type 1) of buttons (2) or a menu (3). */
export interface DiscordRow {
  readonly type: number;
  readonly components: readonly DiscordComponent[];
}

export interface DiscordComponent {
  readonly type: number;
  /** Of a button: 1 primary, 2 secondary, 3 success, 4 danger, 5 link. */
  readonly style?: number;
  readonly label?: string;
  readonly custom_id?: string;
  readonly url?: string;
  readonly disabled?: boolean;
  readonly placeholder?: string;
}
