import { walkRoutes } from "./walk-routes"

walkRoutes("staff")
