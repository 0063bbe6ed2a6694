import { ExclamationCircle } from "@medusajs/icons"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { ApiError } from "../lib/api/api-error"
import { type Texts, useText } from "../lib/text"

/** What stands where something is fetched. The grey bars say nothing to a screen reader, so words do. */
export function LoadingState({ rows = 5 }: { rows?: number }) {
  const { t } = useText()

  return (
    <Container className="flex flex-col gap-y-3" role="status" aria-busy="true">
      <span className="sr-only">{t("states.loading")}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars that never move
        <div key={row} aria-hidden="true" className="h-6 animate-pulse rounded-md bg-ui-bg-component" />
      ))}
    </Container>
  )
}

type EmptyProps = { title: string; hint?: string; action?: ReactNode }

export function EmptyState({ title, hint, action }: EmptyProps) {
  return (
    <div className="flex flex-col items-center gap-y-2 px-4 py-12 text-center">
      <Text weight="plus">{title}</Text>
      {hint && (
        <Text size="small" className="max-w-md text-ui-fg-subtle">
          {hint}
        </Text>
      )}
      {action}
    </div>
  )
}

type ErrorProps = { error: unknown; onRetry?: () => void }

export function ErrorState({ error, onRetry }: ErrorProps) {
  const texts = useText()

  return (
    <Container className="flex flex-col items-center gap-y-2 px-4 py-12 text-center" role="alert">
      <ExclamationCircle className="text-ui-fg-error" aria-hidden="true" />
      <Heading level="h2">{texts.t("states.failed")}</Heading>
      <Text size="small" className="max-w-md text-ui-fg-subtle">
        {sentenceOf(error, texts)}
      </Text>
      {onRetry && (
        <Button variant="secondary" onClick={onRetry}>
          {texts.t("states.retry")}
        </Button>
      )}
    </Container>
  )
}

/** What went wrong, in the reader's language where we have it there, else in the server's own words. */
export function sentenceOf(error: unknown, { t, named }: Pick<Texts, "t" | "named">): string {
  if (!(error instanceof ApiError)) {
    return t("errors.unknown")
  }
  const translated = named("errors", error.code)

  return translated === error.code.replaceAll("_", " ") ? error.message : translated
}
