import * as common from "./common"
import { home } from "./home"
import { inventory } from "./inventory"
import { ledger } from "./ledger"
import * as marketplace from "./marketplace"
import * as money from "./money"
import * as operator from "./operator"
import { orders, reasons } from "./orders"
import { products } from "./products"
import { promotions } from "./promotions"
import { status } from "./status"

export const fr = {
  ...common,
  ...marketplace,
  ...money,
  ...operator,
  home,
  inventory,
  ledger,
  orders,
  products,
  promotions,
  reasons,
  status,
}
