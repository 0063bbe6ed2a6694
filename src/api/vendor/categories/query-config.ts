const categoryFields = ["id", "name", "description", "handle", "rank", "parent_category_id"]

export const listCategoriesQueryConfig = {
  defaults: categoryFields,
  allowed: categoryFields,
  defaultLimit: 20,
  isList: true,
}
