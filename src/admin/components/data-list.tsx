import { Container, clx, Heading, Table } from "@medusajs/ui"
import type { UseQueryResult } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { Link, useNavigate } from "react-router-dom"
import type { ApiError } from "../lib/api/api-error"
import type { ListState } from "../lib/list-state"
import { useText } from "../lib/text"
import { useIsPhone } from "../lib/use-is-phone"
import { type Filter, ListToolbar, type Sorting } from "./list-toolbar"
import { Pager } from "./pager"
import { EmptyState, ErrorState, LoadingState } from "./states"

export type Column<Row> = {
  name: string
  label: string
  cell: (row: Row) => ReactNode
  align?: "right"
  /** Not worth its room on a phone. */
  is_extra?: boolean
}

export type Listed<Row> = { rows: Row[]; count: number; limit: number; has_more?: boolean }

type Props<Data, Row extends { id: string }> = {
  /** What the list is called by those who cannot see it. */
  label: string
  /** Above the list, where the page has more than one. */
  title?: string
  query: UseQueryResult<Data, ApiError>
  rowsOf: (data: Data) => Listed<Row>
  columns: Column<Row>[]
  list: ListState
  /** Where a row leads. */
  href?: (row: Row) => string
  search?: string
  filters?: Filter[]
  sorting?: Sorting
  empty: { title: string; hint?: string; action?: ReactNode }
  actions?: ReactNode
}

/** A list with its search, filters and pages: a table where there is room, cards on a phone. */
export function DataList<Data, Row extends { id: string }>(props: Props<Data, Row>) {
  const { title, query, rowsOf, list, empty, search, filters, sorting, actions } = props
  const listed = query.data === undefined ? null : rowsOf(query.data)
  const isNarrowed = Boolean(list.q) || Object.keys(list.filters).length > 0
  const { t } = useText()

  return (
    <Container className="divide-y p-0">
      {title && (
        <Heading level="h2" className="px-4 py-3 sm:px-6">
          {title}
        </Heading>
      )}
      <ListToolbar list={list} search={search} filters={filters} sorting={sorting} actions={actions} />
      {!listed && query.isError && <ErrorState error={query.error} onRetry={() => query.refetch()} />}
      {!listed && !query.isError && <LoadingState />}
      {listed && !listed.rows.length && (
        <EmptyState
          {...(isNarrowed
            ? { title: t("states.nothing_found"), hint: t("states.nothing_found_hint") }
            : empty)}
        />
      )}
      {listed && listed.rows.length > 0 && (
        <div
          aria-busy={query.isFetching}
          className={clx("[&_button]:whitespace-nowrap", query.isPlaceholderData && "opacity-50")}
        >
          <Rows {...props} rows={listed.rows} />
        </div>
      )}
      {listed && <Pager list={list} listed={listed} />}
    </Container>
  )
}

type RowsProps<Row extends { id: string }> = {
  label: string
  columns: Column<Row>[]
  href?: (row: Row) => string
  rows: Row[]
}

function Rows<Row extends { id: string }>(props: RowsProps<Row>) {
  return useIsPhone() ? <Cards {...props} /> : <Grid {...props} />
}

function Grid<Row extends { id: string }>({ label, columns, href, rows }: RowsProps<Row>) {
  const navigate = useNavigate()

  return (
    // The buttons of a row stand beside each other: a table scrolls within itself sooner than its rows grow.
    <div className="overflow-x-auto [&_td>.flex-wrap]:flex-nowrap">
      <Table aria-label={label}>
        <Table.Header>
          <Table.Row>
            {columns.map(({ name, label: head, align }) => (
              <Table.HeaderCell key={name} className={align && "text-right"}>
                {head}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {rows.map((row) => (
            <Table.Row
              key={row.id}
              className={href && "cursor-pointer"}
              onClick={href && (() => navigate(href(row)))}
            >
              {columns.map(({ name, cell, align }, index) => (
                <Table.Cell key={name} className={align && "text-right"}>
                  {index === 0 && href ? <RowLink to={href(row)}>{cell(row)}</RowLink> : cell(row)}
                </Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

/** The way into a row for keyboards and screen readers. */
function RowLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link
      to={to}
      onClick={(event) => event.stopPropagation()}
      className="txt-compact-small-plus rounded text-ui-fg-base outline-none focus-visible:shadow-borders-focus"
    >
      {children}
    </Link>
  )
}

function Cards<Row extends { id: string }>({ label, columns, href, rows }: RowsProps<Row>) {
  const [first, ...others] = columns

  return (
    <ul aria-label={label} className="divide-y">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-col gap-y-1 px-4 py-3">
          <div className="txt-compact-medium-plus">
            {href ? <RowLink to={href(row)}>{first?.cell(row)}</RowLink> : first?.cell(row)}
          </div>
          {others
            .filter(({ is_extra }) => !is_extra)
            .map(({ name, label: head, cell }) => (
              <div key={name} className="txt-compact-small flex items-center justify-between gap-x-4">
                <span className="text-ui-fg-subtle">{head}</span>
                <span className="min-w-0 break-words text-right">{cell(row)}</span>
              </div>
            ))}
        </li>
      ))}
    </ul>
  )
}
