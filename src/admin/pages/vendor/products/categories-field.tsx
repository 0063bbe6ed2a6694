import { TriangleDownMini, TriangleRightMini } from "@medusajs/icons"
import { Checkbox, Input } from "@medusajs/ui"
import { useId, useState } from "react"
import { useController } from "react-hook-form"
import { useText } from "../../../lib/text"
import { type Branch, branchesOf, type Category, shownBranches } from "./category-tree"
import { useCategories } from "./use-categories"

/** The marketplace's categories as a tree to choose from. */
export function CategoriesField({ name }: { name: string }) {
  const { t } = useText()
  const { data: categories } = useCategories()
  if (categories?.length) {
    return <Tree name={name} categories={categories} />
  }

  return categories ? <p className="txt-small text-ui-fg-subtle">{t("products.no_categories")}</p> : null
}

function Tree({ name, categories }: { name: string; categories: Category[] }) {
  const { t } = useText()
  const { field } = useController({ name })
  const chosen: string[] = field.value ?? []
  const branches = branchesOf(categories)
  const [q, setQ] = useState("")
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        branches.filter(({ category }) => chosen.includes(category.id)).flatMap(({ ancestors }) => ancestors)
      )
  )
  const toggle = (id: string): void =>
    field.onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
  const names = branches
    .filter(({ category }) => chosen.includes(category.id))
    .map(({ category }) => category.name)

  return (
    <fieldset className="flex min-w-0 flex-col gap-y-2">
      <legend className="txt-compact-small-plus mb-2">{t("products.categories")}</legend>
      <p aria-live="polite" className="txt-small text-ui-fg-subtle">
        {names.length ? names.join(", ") : t("products.categories_hint")}
      </p>
      <Input
        role="searchbox"
        enterKeyHint="search"
        size="small"
        aria-label={`${t("products.categories")}: ${t("lists.search")}`}
        placeholder={t("lists.search")}
        value={q}
        onChange={(event) => setQ(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
      />
      <ul className="max-h-64 overflow-y-auto rounded-md border py-1">
        {shownBranches(branches, unfolded, q).map((branch) => (
          <BranchRow
            key={branch.category.id}
            branch={branch}
            is_flat={Boolean(q)}
            is_chosen={chosen.includes(branch.category.id)}
            is_unfolded={unfolded.has(branch.category.id)}
            onChoose={toggle}
            onUnfold={(id) =>
              setUnfolded(unfolded.has(id) ? without(unfolded, id) : new Set([...unfolded, id]))
            }
          />
        ))}
      </ul>
    </fieldset>
  )
}

const without = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set([...ids].filter((other) => other !== id))

type RowProps = {
  branch: Branch
  is_flat: boolean
  is_chosen: boolean
  is_unfolded: boolean
  onChoose: (id: string) => void
  onUnfold: (id: string) => void
}

const INDENT_REM = 1.25

function BranchRow({ branch, is_flat, is_chosen, is_unfolded, onChoose, onUnfold }: RowProps) {
  const { t } = useText()
  const field = useId()
  const { category, depth, has_children } = branch

  return (
    <li
      className="flex items-center gap-x-2 px-2 py-1"
      style={{ paddingLeft: `${0.5 + (is_flat ? 0 : depth) * INDENT_REM}rem` }}
    >
      {has_children && !is_flat ? (
        <button
          type="button"
          aria-expanded={is_unfolded}
          aria-label={t(is_unfolded ? "products.fold" : "products.unfold", { name: category.name })}
          onClick={() => onUnfold(category.id)}
          className="rounded p-1 text-ui-fg-muted outline-none hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus"
        >
          {is_unfolded ? <TriangleDownMini /> : <TriangleRightMini />}
        </button>
      ) : (
        <span aria-hidden="true" className="size-6 shrink-0" />
      )}
      <Checkbox id={field} checked={is_chosen} onCheckedChange={() => onChoose(category.id)} />
      <label htmlFor={field} className="txt-compact-small min-w-0 flex-1 break-words py-1">
        {category.name}
      </label>
    </li>
  )
}
