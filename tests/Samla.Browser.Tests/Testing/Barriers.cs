using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Samla.Browser.Tests.Testing;

internal static class Barriers
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    extension(IPage page)
    {
        /// <summary>Fails where there is a barrier, and names each.</summary>
        public async Task HasNoBarrier()
        {
            var found = await page.FindBarriers();
            Assert.True(found.Length == 0, $"{page.Url}: {string.Join('\n', found)}");
        }

        /// <summary>
        /// What axe finds: the rule, and the first element that breaks it. Only barriers are described, within the page itself:
        /// what passes is most of the work, and Deque's own package opens a second page to put the results of frames together.
        /// </summary>
        public async Task<string[]> FindBarriers()
        {
            await page.IsLoaded();
            if (!await page.EvaluateAsync<bool>("'axe' in window"))
            {
                await page.EvaluateAsync(Axe);
            }

            return await page.EvaluateAsync<string[]>(
                """
                async () => {
                  const { violations } = await axe.run(document, { resultTypes: ['violations'], iframes: false });
                  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
                }
                """
            );
        }
    }
}
