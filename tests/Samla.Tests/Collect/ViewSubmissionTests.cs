using Samla.Collect;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect;

public sealed class ViewSubmissionTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_reporter_sees_what_is_asked_written_and_submitted(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, new string('å', 6_010), seen: 1);

        var view = await View(database, "17");

        Assert.NotNull(view);
        Assert.Equal(("Region Värmland", Marks.Reconstructed), (view.Reporter.Name, view.Round.Mark));
        Assert.Equal(1, view.Latest?.Number);
        Assert.Equal(
            view.Sections.Select(section => section.Section.Order).Order(),
            view.Sections.Select(s => s.Section.Order)
        );
        var items = view.Sections.SelectMany(section => section.Items).ToList();
        Assert.All(items, item => Assert.Equal(ReporterKind.Region, item.Requirement.AnsweredBy));
        Assert.Equal([Sample2023.Strategy], items.Where(item => item.IsChanged).Select(item => item.Requirement.Id));
        var changed = items.Single(item => item.IsChanged);
        Assert.Equal((10, 2), (changed.Over, changed.Draft?.Revision));
        Assert.StartsWith("Den regionala utvecklingsstrategin", changed.Submitted, StringComparison.Ordinal);
        var free = items.Single(item => item.Requirement.Id.Value == "medskick-fritt");
        Assert.Equal((null, null, false), (free.Draft, free.Submitted, free.IsChanged));
    }

    [Theory]
    [InlineData("lst-17", true)]
    [InlineData("lst-01", false)]
    [InlineData("02", false)]
    public async Task A_county_board_sees_its_own_questions_if_it_is_asked_any(string reporter, bool isAsked)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var view = await View(database, reporter);
        Assert.Equal(isAsked, view is not null);
        Assert.All(
            view?.Sections.SelectMany(section => section.Items) ?? [],
            item => Assert.StartsWith("anslag-lst-", item.Requirement.Id.Value, StringComparison.Ordinal)
        );
    }

    private static Task<ViewSubmission.Result?> View(TestDatabase database, string reporter) =>
        database.Ask((ViewSubmission view) => view.Run(Sample2023.Round, Sample2023.Named<Reporter>(reporter), Stop));
}
