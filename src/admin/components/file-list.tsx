import { Text } from "@medusajs/ui"
import { useText } from "../lib/text"
import { ActionButton } from "./action-button"

type File = { id: string; filename: string; size_bytes: number }

type Props<Row extends File> = {
  files: Row[]
  /** Said where there are none. */
  empty: string
  /** What is known about a file beside its size. */
  hintOf: (file: Row) => (string | null | false)[]
  /** Hands it to the browser to keep: it is never shown under the dashboard's own address. */
  open?: (file: Row) => Promise<void>
}

/** Files that somebody has sent: papers of a shop, evidence of a case. */
export function FileList<Row extends File>({ files, empty, hintOf, open }: Props<Row>) {
  const { t, format } = useText()
  if (!files.length) {
    return (
      <Text size="small" className="px-4 py-4 text-ui-fg-subtle sm:px-6">
        {empty}
      </Text>
    )
  }
  const sizeOf = ({ size_bytes }: Row) =>
    t("inputs.kilobytes", { size: format.number(Math.max(Math.round(size_bytes / 1024), 1)) })

  return (
    <ul className="divide-y">
      {files.map((file) => (
        <li key={file.id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-3 sm:px-6">
          <div className="min-w-0">
            <Text size="small" weight="plus" className="break-all">
              {file.filename}
            </Text>
            <Text size="small" className="text-ui-fg-subtle">
              {[...hintOf(file), sizeOf(file)].filter(Boolean).join(" · ")}
            </Text>
          </div>
          {open && (
            <ActionButton run={() => open(file)}>
              {t("inputs.download")}
              <span className="sr-only">{file.filename}</span>
            </ActionButton>
          )}
        </li>
      ))}
    </ul>
  )
}
