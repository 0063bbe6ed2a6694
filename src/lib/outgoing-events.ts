/**
 * What others are told of money is written by the database itself, in the transaction that changes the row: no event of
 * something that was rolled back, and none missing of what was committed. The module `outgoing-event` sends them on (ADR 15).
 *
 * Every module that tells of its rows runs this in its own migration, since it may be the only one in a database. It is
 * frozen: a change is a migration of the module `outgoing-event`.
 */
export const OUTGOING_EVENTS_SQL = [
  `create sequence if not exists "outgoing_event_number"`,
  `create table if not exists "outgoing_event" (
    "id" text primary key default 'evt_' || lpad(nextval('outgoing_event_number')::text, 15, '0'),
    "name" text not null,
    "data" jsonb not null,
    "sent_at" timestamptz null,
    "created_at" timestamptz not null default now(),
    "updated_at" timestamptz not null default now(),
    "deleted_at" timestamptz null)`,
  `create index if not exists "IDX_outgoing_event_due" on "outgoing_event" ("id") where "sent_at" is null`,
  `create index if not exists "IDX_outgoing_event_sent" on "outgoing_event" ("sent_at") where "sent_at" is not null`,
  // Arguments: the first half of the name; the column whose value is the second half, or nothing; the columns to tell.
  `create or replace function tell_of_change() returns trigger language plpgsql as $$
    declare
      changed jsonb := to_jsonb(new);
      word text := changed ->> tg_argv[1];
    begin
      insert into outgoing_event (name, data) values (
        tg_argv[0] || coalesce('.' || replace(word, '_', '-'), ''),
        (select jsonb_object_agg(field, changed -> field) from unnest(string_to_array(tg_argv[2], ',')) as field));
      return null;
    end $$`,
]

export type Told = {
  table: string
  /** `insert`, and each column whose change to something else than nothing is told of. */
  on: string[]
  /** The name, or its first half when a column says the second. */
  name: string
  /** `held` in this column makes `payout.held` of `payout`. */
  word?: string
  /** Columns that are told. Ids and words alone: no amounts, names or numbers. */
  fields: string[]
}

const triggerName = (table: string, on: string) => `"${table}_tell_${on}"`

/** The statements that make the database tell of a table. */
export const tellOf = ({ table, on, name, word = "", fields }: Told): string[] =>
  on.map((each) => {
    const call = `execute function tell_of_change('${name}', '${word}', '${fields.join(",")}')`

    return each === "insert"
      ? `create trigger ${triggerName(table, each)} after insert on "${table}" for each row ${call}`
      : `create trigger ${triggerName(table, each)} after update of "${each}" on "${table}" for each row
          when (old."${each}" is distinct from new."${each}" and new."${each}" is not null) ${call}`
  })

export const untellOf = ({ table, on }: Told): string[] =>
  on.map((each) => `drop trigger if exists ${triggerName(table, each)} on "${table}"`)

type Hyphened<Text extends string> = Text extends `${infer Head}_${infer Tail}`
  ? `${Head}-${Hyphened<Tail>}`
  : Text

type EventNames<Name extends string, Word extends string> = {
  [Each in Word as Uppercase<Each>]: `${Name}.${Hyphened<Each>}`
}

/** `{ PAID: "payout.paid", ... }`: the names under which the states of a row are told. */
export function eventNames<Name extends string, Word extends string>(
  name: Name,
  words: readonly Word[]
): EventNames<Name, Word> {
  const entries = words.map((word) => [word.toUpperCase(), `${name}.${word.replaceAll("_", "-")}`])

  return Object.fromEntries(entries)
}
