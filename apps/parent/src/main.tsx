import '@samenspel/ui/index.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Provider } from 'urql'
import { Router } from 'wouter'
import { App } from './app.tsx'
import { createGraphql } from './client.ts'
import { fetchPagesWhenIdle } from './pages.ts'
import { LanguageProvider } from './settings/language-provider.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place for the app.')
createRoot(root).render(
  <StrictMode>
    <Provider value={createGraphql('/graphql')}>
      <LanguageProvider>
        <Router base="/parent">
          <App />
        </Router>
      </LanguageProvider>
    </Provider>
  </StrictMode>,
)
fetchPagesWhenIdle()
