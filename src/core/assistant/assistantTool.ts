/** A value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A JSON Schema of an object, as far as the tools need it. */
export interface InputSchema {
  readonly type: 'object';
  readonly properties: Readonly<
    Record<
      string,
      {
        readonly type: 'string' | 'integer';
        readonly description: string;
        readonly minimum?: number;
        readonly maximum?: number;
      }
    >
  >;
  readonly required?: readonly string[];
}

/** Something that an AI assistant may ask of the student's notes. No tool changes anything. */
export interface AssistantTool {
  readonly name: string;
  readonly title: string;
  /** Tells the assistant's model when to use it and what it gets. */
  readonly description: string;
  readonly inputSchema: InputSchema;
  /** @throws ToolInputError if `input` is not what the schema asks for, or names what does not exist */
  answer(input: unknown): Promise<Json>;
}

/** A call that can't be answered; the message tells the assistant what to do instead. */
export class ToolInputError extends Error {}

/** The fields of a tool's input, checked against its schema. */
export class ToolInput {
  readonly #fields: Readonly<Record<string, unknown>>;

  /** @throws ToolInputError if a required field is missing or any field has the wrong type */
  constructor(input: unknown, { properties, required = [] }: InputSchema) {
    const fields: Readonly<Record<string, unknown>> =
      typeof input === 'object' && input !== null && !Array.isArray(input) ? { ...input } : {};
    for (const name of required) {
      if (fields[name] === undefined) throw new ToolInputError(`“${name}” is missing.`);
    }
    for (const [name, { type, minimum = -Infinity, maximum = Infinity }] of Object.entries(properties)) {
      const value = fields[name];
      if (value === undefined) continue;
      if (type === 'string' && typeof value !== 'string')
        throw new ToolInputError(`“${name}” must be a text.`);
      if (
        type === 'integer' &&
        !(Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum)
      )
        throw new ToolInputError(`“${name}” must be a whole number from ${minimum} to ${maximum}.`);
    }
    this.#fields = fields;
  }

  /** The text of a field; empty if it was not given. */
  text(name: string): string {
    const value = this.#fields[name];
    return typeof value === 'string' ? value.trim() : '';
  }

  number(name: string): number | undefined {
    const value = this.#fields[name];
    return typeof value === 'number' ? value : undefined;
  }
}
