using System.Reflection;
using Samla.Browser.Tests.Testing;
using Xunit.v3;

[assembly: ClosesContexts]

namespace Samla.Browser.Tests.Testing;

/// <summary>After each test, the pages that it opened are closed.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class ClosesContextsAttribute : BeforeAfterTestAttribute
{
    public override void After(MethodInfo methodUnderTest, IXunitTest test) => Chromium.CloseContextsOf(test.UniqueID);
}
