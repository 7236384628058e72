export * from './choice-menu.tsx'
export * from './command-palette.tsx'
