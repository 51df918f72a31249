namespace Samla.Domain.Analyse;

/// <summary>What analysts make and change, of which each step can be undone.</summary>
public interface IUndoable;
