using Microsoft.Extensions.DependencyInjection;
using Samla.Analyse;
using Samla.Check;
using Samla.Collect;
using Samla.Compile;
using Samla.Data;
using Samla.Publish;
using Samla.Reference;

namespace Samla;

/// <summary>Everything that a page or a command can do.</summary>
public static class UseCases
{
    public static IServiceCollection AddUseCases(this IServiceCollection services) =>
        services
            .AddScoped<FindRound>()
            .AddScoped<FindOpenRound>()
            .AddScoped<ListSubmissions>()
            .AddScoped<ListInterventions>()
            .AddScoped<ViewIntervention>()
            .AddScoped<SaveIntervention>()
            .AddScoped<DeleteIntervention>()
            .AddScoped<RestoreIntervention>()
            .AddScoped<ReferToInterventions>()
            .AddScoped<FindLookalikes>()
            .AddScoped<ListLookalikes>()
            .AddScoped<MergeInterventions>()
            .AddScoped<UndoMerge>()
            .AddScoped<WriteInterventions>()
            .AddScoped<PreviewWorkbook>()
            .AddScoped<ImportWorkbook>()
            .AddScoped<FindLatestRound>()
            .AddScoped<ViewSubmission>()
            .AddScoped<SaveAnswer>()
            .AddScoped<SubmitReport>()
            .AddScoped<ExportSubmissions>()
            .AddScoped<ReadMatrix>()
            .AddScoped<ViewBoard>()
            .AddScoped<ViewCode>()
            .AddScoped<ViewMatrix>()
            .AddScoped<ReadCodedWords>()
            .AddScoped<ViewSource>()
            .AddScoped<AddCoding>()
            .AddScoped<RemoveCoding>()
            .AddScoped<MarkRead>()
            .AddScoped<ComposeReport>()
            .AddScoped<ViewChapter>()
            .AddScoped<PreviewChapter>()
            .AddScoped<SaveChapter>()
            .AddSingleton<CheckReport>()
            .AddScoped<CheckOwnReport>()
            .AddSingleton<CheckedRounds>()
            .AddScoped<CheckRound>()
            .AddScoped<PublishEdition>()
            .AddSingleton<FrozenChapters>()
            .AddScoped<ReadEdition>()
            .AddScoped<ListEditions>()
            .AddScoped<ListPublishedRounds>()
            .AddScoped<ReadTrace>()
            .AddScoped<CompareWithEdition>()
            .AddScoped<CompareWithPrint>()
            .AddScoped<ReadRegion>()
            .AddScoped<ReadStart>()
            .AddSingleton(_ => Registers.Read(DataFolder.Registers))
            .AddSingleton(services => Taxonomy.Of(services.GetRequiredService<Registers.Outcome>()))
            .AddSingleton(services => RegionFacts.Of(services.GetRequiredService<Registers.Outcome>()))
            .AddScoped<LoadSample>()
            .AddScoped<FillDatabase>()
            .AddScoped<VerifyDatabase>();
}
