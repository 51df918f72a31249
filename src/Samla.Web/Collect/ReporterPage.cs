using Microsoft.AspNetCore.Components;

namespace Samla.Web.Collect;

/// <summary>A page with a round and a reporter in its address.</summary>
public abstract class ReporterPage : FormPage
{
    [Parameter]
    public required string RoundKey { get; set; }

    [Parameter]
    public required string ReporterKey { get; set; }
}
