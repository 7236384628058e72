export * from './mail-settings.tsx'
