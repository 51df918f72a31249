namespace Samla.Domain;

/// <summary>
/// On what a reporter's people write before they hand it in. The audit trail keeps its length and hash, not its words: nobody
/// else may read it, and a trail that holds each save of each text would be many times as large as all the rest.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DraftAttribute : Attribute;
