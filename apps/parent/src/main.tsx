import '@samenspel/ui/index.css'
import { FamilyForParentsDocument } from '@samenspel/graphql-documents/parent'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Provider } from 'urql'
import { Router } from 'wouter'
import { App } from './app.tsx'
import { createGraphql } from './client.ts'
import { listen } from './pages.ts'
import { LanguageProvider } from './settings/language-provider.tsx'

const client = createGraphql('/graphql')
// Asked at once, while the texts are still on their way; the pages find the answer in the cache.
void client.query(FamilyForParentsDocument, {}).toPromise()

// It is in index.html; React itself says so when it isn't.
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Provider value={client}>
      <LanguageProvider>
        <Router base="/parent">
          <App listen={listen} />
        </Router>
      </LanguageProvider>
    </Provider>
  </StrictMode>,
)
