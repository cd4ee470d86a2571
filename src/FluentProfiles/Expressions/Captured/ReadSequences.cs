using System.Runtime.ExceptionServices;

namespace FluentProfiles.Expressions.Captured;

/// <summary>The sequences that a query has read. Each is read once, so that all parts of the query find the same items. A
/// reading that failed is not tried again: the sequence may go on behind its failure and would seem to have fewer
/// items.</summary>
internal sealed class ReadSequences
{
    private readonly Dictionary<object, object> outcomes = new(ReferenceEqualityComparer.Instance);

    /// <summary>The items as an array of the reader's type, or null where they were read as another type.</summary>
    /// <remarks>What the reading threw is thrown to each part that needs the items.</remarks>
    public Array? Items(object source, SequenceReader reader)
    {
        if (!outcomes.TryGetValue(source, out var outcome))
            outcomes.Add(source, outcome = Read(source, reader));
        (outcome as ExceptionDispatchInfo)?.Throw();
        return reader.Typed((Array)outcome);
    }

    private static object Read(object source, SequenceReader reader)
    {
        try
        {
            return reader.Items(source)!;
        }
        catch (Exception exception)
        {
            return ExceptionDispatchInfo.Capture(exception);
        }
    }
}
