import { Module } from "@medusajs/framework/utils"
import SplitModuleService from "./service"

export const SPLIT_MODULE = "split"

export default Module(SPLIT_MODULE, { service: SplitModuleService })
