import { ArrowUturnLeft } from "@medusajs/icons"
import { Container, Heading, Text } from "@medusajs/ui"
import { type PropsWithChildren, type ReactNode, useEffect } from "react"
import { Link } from "react-router-dom"
import { placeOf } from "../lib/list-place"
import { useText } from "../lib/text"

type PageProps = PropsWithChildren<{
  title: string
  /** Beside the title: a status, a date. */
  aside?: ReactNode
  hint?: string
  actions?: ReactNode
  /** Where a detail page goes back to: to a list as it was left. */
  back?: string
}>

/** A page's head and what is under it. */
export function Page({ title, aside, hint, actions, back, children }: PageProps) {
  const { t } = useText()
  useEffect(() => {
    document.title = `${title} · Merkato`
  }, [title])

  return (
    // What is there for screen readers alone is placed from here: it must not make the whole dashboard longer.
    <div className="relative flex w-full flex-col gap-y-3 pb-16">
      <header className="flex flex-wrap items-start justify-between gap-3 px-1 pt-1">
        <div className="flex min-w-0 flex-col gap-y-1">
          {back && (
            <Link
              to={placeOf(back)}
              className="txt-small flex items-center gap-x-1 text-ui-fg-subtle hover:text-ui-fg-base"
            >
              <ArrowUturnLeft aria-hidden="true" /> {t("actions.back")}
            </Link>
          )}
          <div className="flex flex-wrap items-center gap-2">
            <Heading level="h1" className="break-words">
              {title}
            </Heading>
            {aside}
          </div>
          {hint && (
            <Text size="small" className="max-w-2xl text-ui-fg-subtle">
              {hint}
            </Text>
          )}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  )
}

type SectionProps = PropsWithChildren<{
  title?: string
  hint?: string
  actions?: ReactNode
  className?: string
}>

/** A part of a page in a box of its own. */
export function Section({ title, hint, actions, className, children }: SectionProps) {
  return (
    <Container className="divide-y p-0">
      {title && (
        <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-3 sm:px-6">
          <div>
            <Heading level="h2">{title}</Heading>
            {hint && (
              <Text size="small" className="text-ui-fg-subtle">
                {hint}
              </Text>
            )}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </div>
      )}
      <div className={className ?? "px-4 py-4 sm:px-6"}>{children}</div>
    </Container>
  )
}

/** Names and values, one under the other on a phone. */
export function Facts({ facts }: { facts: [name: string, value: ReactNode][] }) {
  return (
    <dl className="grid grid-cols-[2fr_3fr] gap-x-4 gap-y-2 sm:grid-cols-[minmax(8rem,1fr)_2fr] sm:gap-x-6">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="txt-compact-small min-w-0 break-words text-ui-fg-subtle">{name}</dt>
          <dd className="txt-compact-small min-w-0 break-words">{value ?? "–"}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The main column, and beside it on a wide screen the other. */
export function TwoColumns({ main, side }: { main: ReactNode; side: ReactNode }) {
  return (
    <div className="flex flex-col gap-3 xl:flex-row">
      <div className="flex min-w-0 flex-1 flex-col gap-y-3">{main}</div>
      <div className="flex w-full flex-col gap-y-3 xl:max-w-[400px]">{side}</div>
    </div>
  )
}
