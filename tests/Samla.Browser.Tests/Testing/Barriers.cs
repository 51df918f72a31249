using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Samla.Browser.Tests.Testing;

internal static class Barriers
{
    extension(IPage page)
    {
        /// <summary>Fails where axe finds a barrier, and names each.</summary>
        public async Task HasNoBarrier()
        {
            var result = await page.RunAxe();

            Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
        }
    }
}
