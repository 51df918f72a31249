using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;

namespace Samla.Data;

/// <summary>How the domain's values are kept in columns, the same on every engine.</summary>
internal static class Conversions
{
    public static void Register(ModelConfigurationBuilder configuration)
    {
        Keys<Round>(configuration);
        Keys<Template>(configuration);
        Keys<Section>(configuration);
        Keys<Requirement>(configuration);
        Keys<TemplateTable>(configuration);
        Keys<TableColumn>(configuration);
        Keys<ColumnOption>(configuration);
        Keys<Reporter>(configuration);
        Keys<Intervention>(configuration);
        Keys<Code>(configuration);
        Keys<Chapter>(configuration);
        Keys<AssessmentForm>(configuration);
        Keys<AssessmentQuestion>(configuration);
        Ids<Account>(configuration);
        Ids<Session>(configuration);
        Ids<Submission>(configuration);
        Ids<AnswerRow>(configuration);
        Ids<AnswerComment>(configuration);
        Ids<TemplateComment>(configuration);
        Ids<Delivery>(configuration);
        Ids<SubmissionReturn>(configuration);
        Ids<Reminder>(configuration);
        Ids<Source>(configuration);
        Ids<Coding>(configuration);
        Ids<Attribution>(configuration);
        Ids<Memo>(configuration);
        Ids<DoubleCoding>(configuration);
        Ids<Assessment>(configuration);
        Ids<AssessmentEvidence>(configuration);
        Ids<BlindCoding>(configuration);
        Ids<SuggestionVerdict>(configuration);
        Ids<PrintedClaim>(configuration);
        Ids<ModelAnswer>(configuration);
        Ids<Document>(configuration);
        Ids<DocumentUpload>(configuration);
        Ids<ChapterComment>(configuration);
        Ids<FactCheck>(configuration);
        Ids<Edition>(configuration);
        configuration.Properties<RegionCode>().HaveConversion<RegionCodeConverter>().HaveMaxLength(2);
        configuration.Properties<RegionSet>().HaveConversion<RegionSetConverter, RegionSetComparer>().HaveMaxLength(80);
        configuration.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    private static void Keys<T>(ModelConfigurationBuilder configuration) =>
        configuration.Properties<Key<T>>().HaveConversion<KeyConverter<T>>().HaveMaxLength(Key<T>.MaxLength);

    private static void Ids<T>(ModelConfigurationBuilder configuration) =>
        configuration.Properties<Id<T>>().HaveConversion<IdConverter<T>>();

    public sealed class KeyConverter<T>()
        : ValueConverter<Key<T>, string>(key => key.Value, value => Key<T>.Parse(value, null));

    public sealed class IdConverter<T>() : ValueConverter<Id<T>, Guid>(id => id.Value, value => new Id<T>(value));

    public sealed class RegionCodeConverter()
        : ValueConverter<RegionCode, string>(code => code.ToString(), value => RegionCode.Parse(value, null));

    public sealed class RegionSetConverter()
        : ValueConverter<RegionSet, string>(set => string.Join(' ', set), value => ReadSet(value))
    {
        private static RegionSet ReadSet(string value) =>
            [.. value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => RegionCode.Parse(code, null))];
    }

    // EF Core would compare it as a collection, item by item.
    public sealed class RegionSetComparer() : ValueComparer<RegionSet>((a, b) => a == b, set => set.GetHashCode());

    public sealed class CountedFromConverter()
        : ValueConverter<CountedFrom, string>(from => from.ToString(), text => CountedFrom.Read(text)!);

    public sealed class KeyListConverter<T>()
        : ValueConverter<IReadOnlyList<Key<T>>, string>(keys => string.Join(' ', keys), value => ReadKeys(value))
    {
        private static List<Key<T>> ReadKeys(string value) =>
            [.. value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(key => Key<T>.Parse(key, null))];
    }

    // A list is never changed in place, so it is its own snapshot.
    public sealed class KeyListComparer<T>()
        : ValueComparer<IReadOnlyList<Key<T>>>((a, b) => AreSame(a, b), keys => keys.Count, keys => keys)
    {
        private static bool AreSame(IReadOnlyList<Key<T>>? one, IReadOnlyList<Key<T>>? other) =>
            one is not null && other is not null && one.SequenceEqual(other);
    }

    // SQLite cannot order a DateTimeOffset, and PostgreSQL keeps no offset.
    public sealed class UtcConverter()
        : ValueConverter<DateTimeOffset, DateTime>(
            instant => instant.UtcDateTime,
            value => new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc))
        );
}
