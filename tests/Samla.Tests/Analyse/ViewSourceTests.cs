using Samla.Analyse;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse;

public sealed class ViewSourceTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task An_analyst_sees_the_text_its_passages_and_the_others_on_the_same_question(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);

        var view = await View(database, source.Id);

        Assert.NotNull(view);
        Assert.Equal(
            (source.Text, "Region Värmland", Marks.Reconstructed),
            (view.Source.Text, view.Answer?.Reporter.Name, view.Round.Mark)
        );
        Assert.Equal((true, true), (view.IsRead, view.IsCurrent));
        Assert.Equal(
            [.. Sample2023.Files.Facts.Values.Where(SaysSo).Select(fact => fact.Code).Order(StringComparer.Ordinal)],
            view.Codings.Select(coding => coding.CodeId.Value).Order(StringComparer.Ordinal)
        );
        Assert.Equal(view.Codings.Select(coding => coding.Start).Order(), view.Codings.Select(coding => coding.Start));
        Assert.All(view.Codings, coding => Assert.Equal(source.Text[coding.Start..coding.End], coding.Quote));
        Assert.Equal(14, view.Codes.Count(code => code.Kind == CodeKind.Leaf));
        Assert.Equal(21, view.Others.Count);
        Assert.Equal(
            view.Others.Select(other => other.Name).Order(SwedishText.Order),
            view.Others.Select(other => other.Name)
        );
        var own = view.Others.Single(other => other.Source == source.Id);
        Assert.Equal((view.Codings.Count, true), (own.Codings, own.IsRead));

        static bool SaysSo(Samla.Reference.FactEntry fact) =>
            !fact.Disputed && fact.Requirement == "rus-genomforande" && fact.Regions.Contains("17");
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_text_that_a_later_version_replaced_can_be_read_and_does_not_count(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var old = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "Nytt svar.", seen: 1);
        await database.Submit(Sample2023.Värmland);

        var view = await View(database, old.Id);
        var now = await View(database, (await database.Source(Sample2023.Värmland, Sample2023.Strategy)).Id);

        Assert.Equal((old.Text, false), (view?.Source.Text, view?.IsCurrent));
        Assert.Equal(("Nytt svar.", true, false), (now?.Source.Text, now?.IsCurrent, now?.IsRead));
        Assert.Empty(now!.Codings);
    }

    [Fact]
    public async Task A_source_that_is_not_there_shows_nothing()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        Assert.Null(await View(database, new Id<Source>(Guid.Empty)));
    }

    private static Task<ViewSource.Result?> View(TestDatabase database, Id<Source> source) =>
        database.Ask((ViewSource view) => view.Run(source, Stop));
}
