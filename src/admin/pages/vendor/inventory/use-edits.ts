import { toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useRef, useState } from "react"
import { ApiError } from "../../../lib/api/api-error"
import { call } from "../../../lib/api/client"
import { useAction } from "../../../lib/api/hooks"
import { sentenceOf } from "../../../lib/refusal-text"
import { useText } from "../../../lib/text"
import {
  type Edit,
  type Edits,
  type Item,
  isChanged,
  isComplete,
  levelOf,
  problemOf,
  untouched,
  yielded,
} from "./edits"

/** Refusals that are about some of the rows: which, the rows themselves tell. */
const ABOUT_ROWS = ["stock_changed", "stock_below_reserved"]

/** What is typed in the table, kept over its pages and searches until it is saved or undone. */
export function useEdits() {
  const texts = useText()
  const { t } = texts
  const [edits, setEdits] = useState<Edits>({})
  const [failure, setFailure] = useState<string | null>(null)
  const [is_saving, setSaving] = useState(false)
  const isBusy = useRef(false)
  const client = useQueryClient()
  const setLevels = useAction("POST /vendor/inventory-items/batch", [
    "/vendor/inventory-items",
    "/vendor/products",
    "/vendor/home",
  ])
  const changed = Object.values(edits).filter(isChanged)

  const type = (item: Item, typed: Partial<Pick<Edit, "quantity" | "threshold">>): void =>
    setEdits((before) => {
      const edit = { ...(before[item.id] ?? untouched(item)), ...typed, problem: null }
      const { [item.id]: _replaced, ...others } = before

      return isChanged(edit) ? { ...others, [item.id]: edit } : others
    })

  const settle = (id: string, edit: Edit | null): void => {
    setFailure(null)
    setEdits(({ [id]: _before, ...others }) => (edit ? { ...others, [id]: edit } : others))
  }

  const attempt = async (): Promise<void> => {
    try {
      await setLevels.mutateAsync({ body: { levels: changed.map(levelOf) } })
      // What was typed meanwhile is not among what was sent.
      setEdits((before) => without(before, changed))
      toast.success(t("inventory.saved", { count: changed.length }))
    } catch (error) {
      const isAboutRows = error instanceof ApiError && ABOUT_ROWS.includes(error.code)
      // Without an answer to that, the server's own sentence is all there is to say.
      const marked = isAboutRows ? await withProblems(changed).catch(() => []) : []
      setEdits((before) => ({
        ...before,
        ...byId(marked.filter(({ item }) => changed.includes(before[item.id] as Edit))),
      }))
      if (marked.length) {
        // The table shows the numbers that the rows are compared with.
        client.invalidateQueries({ queryKey: ["vendor", "inventory-items"] })
      }
      setFailure(marked.some(({ problem }) => problem) ? t("inventory.not_saved") : sentenceOf(error, texts))
    }
  }

  const save = async (): Promise<void> => {
    if (isBusy.current || !changed.every(isComplete)) {
      return
    }
    isBusy.current = true
    setSaving(true)
    setFailure(null)
    await attempt()
    isBusy.current = false
    setSaving(false)
  }

  return {
    edits,
    changed,
    failure,
    is_saving,
    type,
    save,
    discard: () => {
      setEdits({})
      setFailure(null)
    },
    /** Saves what was typed over the number that is there now. */
    keepMine: (edit: Edit, now: Item) => settle(now.id, { ...edit, item: now, problem: null }),
    takeTheirs: (edit: Edit, now: Item) => settle(now.id, yielded(edit, now)),
  }
}

const byId = (edits: Edit[]): Edits => Object.fromEntries(edits.map((edit) => [edit.item.id, edit]))

const without = (edits: Edits, sent: Edit[]): Edits =>
  byId(Object.values(edits).filter((edit) => !sent.includes(edit)))

/** All or nothing was refused: each row is compared with how it stands now, so that every conflict is shown at once. */
const withProblems = (changed: Edit[]): Promise<Edit[]> =>
  Promise.all(
    changed.map(async (edit) => {
      const { inventory_item } = await call("GET /vendor/inventory-items/:id", {
        params: { id: edit.item.id },
      })

      return { ...edit, problem: problemOf(edit, inventory_item) }
    })
  )
