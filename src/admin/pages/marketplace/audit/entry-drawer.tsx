import { Button, Drawer, Text } from "@medusajs/ui"
import { DrawerHead } from "../../../components/drawer-head"
import { Facts } from "../../../components/page"
import { useText } from "../../../lib/text"
import { type Difference, differencesOf, type Entry, isMoment } from "./entry"
import { sentenceOfAction } from "./sentence"
import type { EntryNames } from "./use-entry-names"

type Props = {
  entry: Entry
  names: EntryNames
  /** Shows the lines alone that have to do with somebody or something. */
  onFind: (id: string) => void
  onClose: () => void
}

/** All that is written of one line. */
export function EntryDrawer({ entry, names, onFind, onClose }: Props) {
  const texts = useText()
  const { t, format } = texts
  const { actor_id, vendor_id, record_id } = entry
  const record = names.record(entry)

  return (
    <Drawer open onOpenChange={(is_open) => !is_open && onClose()}>
      <Drawer.Content>
        <DrawerHead title={sentenceOfAction(entry.action, texts)} hint={format.moment(entry.created_at)} />
        <Drawer.Body tabIndex={0} className="flex flex-col gap-y-6 overflow-y-auto">
          <Differences entry={entry} />
          <Facts
            facts={[
              [t("audit.who"), <Who key="who" entry={entry} names={names} />],
              [t("audit.shop"), vendor_id && names.shop(vendor_id)],
              [t("audit.record"), record_id && [record, record_id].filter(Boolean).join(" · ")],
              [t("forms.reason"), entry.reason],
              [t("audit.answer"), <Outcome key="answer" entry={entry} />],
              [t("audit.ip"), entry.ip_address],
              [t("audit.device"), entry.device],
              [t("audit.name"), entry.action],
              [t("audit.request"), entry.request_id],
            ]}
          />
        </Drawer.Body>
        <Drawer.Footer className="flex-wrap gap-y-2">
          <FindButton id={actor_id} onFind={onFind} text={t("audit.find_person")} />
          <FindButton id={vendor_id} onFind={onFind} text={t("audit.find_shop")} />
          <FindButton id={record_id} onFind={onFind} text={t("audit.find_record")} />
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

type FindProps = Pick<Props, "onFind"> & { id: string | null; text: string }

const FindButton = ({ id, onFind, text }: FindProps) =>
  id && (
    <Button size="small" type="button" variant="secondary" onClick={() => onFind(id)}>
      {text}
    </Button>
  )

export function Who({ entry, names }: Pick<Props, "entry" | "names">) {
  const { t } = useText()
  const impersonator = names.impersonator(entry)

  return (
    <span className="break-words">
      {names.actor(entry)}
      {impersonator && (
        <span className="block text-ui-fg-subtle">{t("audit.acted_by", { who: impersonator })}</span>
      )}
    </span>
  )
}

/** A request may have been refused; a line of a change is written when it has happened. */
export function Outcome({ entry: { http_status } }: Pick<Props, "entry">) {
  const { t } = useText()
  if (http_status === null || http_status < 400) {
    return <>{t("audit.done")}</>
  }

  return <span className="text-ui-fg-error">{t("audit.refused", { status: http_status })}</span>
}

function Differences({ entry }: Pick<Props, "entry">) {
  const { t } = useText()
  const differences = differencesOf(entry.before, entry.after)

  return differences.length ? (
    <div className="flex flex-col gap-y-2">
      <Text size="small" weight="plus">
        {t("audit.differences")}
      </Text>
      <ul className="divide-y rounded-lg border">
        {differences.map((difference) => (
          <DifferenceRow key={difference.name} difference={difference} />
        ))}
      </ul>
    </div>
  ) : null
}

function DifferenceRow({ difference: { name, before, after } }: { difference: Difference }) {
  const { t, format } = useText()
  const textOf = (value: string) => (isMoment(value) ? format.moment(value) : value)

  return (
    <li className="txt-small flex flex-col gap-y-1 break-words px-3 py-2">
      <span className="text-ui-fg-subtle">{useFieldName()(name)}</span>
      {before !== null && <span>{t("audit.before", { value: textOf(before) })}</span>}
      {after !== null && (
        <span>{before === null ? textOf(after) : t("audit.after", { value: textOf(after) })}</span>
      )}
      {after === null && <span>{t("audit.gone")}</span>}
    </li>
  )
}

/** A part of a record in words: of settings their own names, else those that the log has. */
function useFieldName(): (path: string) => string {
  const { named } = useText()
  const nameOf = (part: string) => {
    const setting = named("operator_settings.names", part)

    return setting === part.replaceAll("_", " ") ? named("audit.fields", part) : setting
  }

  return (path) => path.split(".").map(nameOf).join(", ")
}
