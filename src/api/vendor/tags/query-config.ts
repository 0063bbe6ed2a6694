const tagFields = ["id", "value"]

export const listTagsQueryConfig = {
  defaults: tagFields,
  allowed: tagFields,
  defaultLimit: 20,
  isList: true,
}
