// Imported before any of Skyra's components, which read this once and would else ask Discord's CDN for a picture.
Object.assign(globalThis, { $discordMessage: { avatars: { default: '/pictures/signpost.svg' } } });
