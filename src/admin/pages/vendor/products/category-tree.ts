import type { Answer } from "../../../lib/api/client"

export type Category = Answer<"GET /vendor/categories">["categories"][number]

export type Branch = { category: Category; depth: number; ancestors: string[]; has_children: boolean }

/** The tree from top to bottom, each branch with those above it. One whose parent is hidden stands at the top. */
export function branchesOf(categories: Category[]): Branch[] {
  const ids = new Set(categories.map(({ id }) => id))
  const childrenOf = (parent: string | null) =>
    categories.filter(({ parent_category_id: id }) => (id && ids.has(id) ? id : null) === parent)
  const under = (parent: string | null, ancestors: string[]): Branch[] =>
    childrenOf(parent)
      .toSorted((a, b) => a.rank - b.rank || a.name.localeCompare(b.name))
      .flatMap((category) => [
        {
          category,
          depth: ancestors.length,
          ancestors,
          has_children: childrenOf(category.id).length > 0,
        },
        ...under(category.id, [...ancestors, category.id]),
      ])

  return under(null, [])
}

/** What is shown of the tree: while somebody searches what fits, else what is unfolded. */
export function shownBranches(branches: Branch[], unfolded: ReadonlySet<string>, q: string): Branch[] {
  const wanted = q.trim().toLocaleLowerCase()

  return wanted
    ? branches.filter(({ category }) => category.name.toLocaleLowerCase().includes(wanted))
    : branches.filter(({ ancestors }) => ancestors.every((id) => unfolded.has(id)))
}
