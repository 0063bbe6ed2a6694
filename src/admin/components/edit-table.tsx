import { Table } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useIsPhone } from "../lib/use-is-phone"

export type EditColumn<Row> = {
  name: string
  label: string
  cell: (row: Row) => ReactNode
  is_wide?: boolean
}

type Props<Row extends { id: string }> = {
  /** What the table is called by those who cannot see it. */
  label: string
  /** What a row is about. */
  head: { label: string; cell: (row: Row) => ReactNode }
  columns: EditColumn<Row>[]
  rows: Row[]
  /** What is to be said about a row, under it. */
  noteOf?: (row: Row) => ReactNode
}

/** Rows whose cells are fields: a table where there is room, one card a row on a phone. */
export function EditTable<Row extends { id: string }>(props: Props<Row>) {
  return useIsPhone() ? <Cards {...props} /> : <Grid {...props} />
}

function Grid<Row extends { id: string }>({ label, head, columns, rows, noteOf }: Props<Row>) {
  return (
    // Many columns, such as one for each currency, are reached by keyboard as well.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reachable
    <section aria-label={label} tabIndex={0} className="overflow-x-auto outline-none">
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{head.label}</Table.HeaderCell>
            {columns.map(({ name, label: title }) => (
              <Table.HeaderCell key={name} scope="col">
                {title}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {rows.map((row) => (
            <GridRow key={row.id} row={row} head={head} columns={columns} note={noteOf?.(row)} />
          ))}
        </Table.Body>
      </Table>
    </section>
  )
}

type RowProps<Row> = Pick<Props<Row & { id: string }>, "head" | "columns"> & {
  row: Row & { id: string }
  note: ReactNode
}

function GridRow<Row>({ row, head, columns, note }: RowProps<Row>) {
  return (
    <>
      <Table.Row className={note ? "border-b-0" : undefined}>
        <Table.Cell className="min-w-40 py-2">{head.cell(row)}</Table.Cell>
        {columns.map(({ name, cell, is_wide }) => (
          <Table.Cell key={name} className={is_wide ? "min-w-48 py-2" : "min-w-28 py-2"}>
            {cell(row)}
          </Table.Cell>
        ))}
      </Table.Row>
      {note && (
        <Table.Row>
          <td colSpan={columns.length + 1} className="px-6 pb-3">
            {note}
          </td>
        </Table.Row>
      )}
    </>
  )
}

function Cards<Row extends { id: string }>({ label, head, columns, rows, noteOf }: Props<Row>) {
  return (
    <ul aria-label={label} className="divide-y">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-col gap-y-2 px-4 py-3">
          <div className="txt-compact-medium-plus min-w-0 break-words">{head.cell(row)}</div>
          <div className="grid grid-cols-2 gap-x-3 gap-y-2">
            {columns.map(({ name, label: title, cell }) => (
              <div key={name} className="txt-compact-small flex min-w-0 flex-col gap-y-1">
                {title && <span className="text-ui-fg-subtle">{title}</span>}
                {cell(row)}
              </div>
            ))}
          </div>
          {noteOf?.(row)}
        </li>
      ))}
    </ul>
  )
}
