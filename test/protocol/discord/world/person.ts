export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface Place {
  readonly id: string;
}
