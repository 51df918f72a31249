namespace Samla.Domain;

/// <summary>What may be added but never changed or removed: submitted text, published editions, the audit trail.</summary>
/// <remarks>The database refuses to save a change of one, whichever code asks for it.</remarks>
public interface IFrozen;
