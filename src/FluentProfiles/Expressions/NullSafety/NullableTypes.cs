using System.Runtime.CompilerServices;
using FluentProfiles.Expressions.Captured;
using FluentProfiles.Expressions.Text;

namespace FluentProfiles.Expressions.NullSafety;

/// <summary>The nullable forms of value types, and the readers of sequences of those that are often looked for. Where code can be
/// made at run time every type has both; an application compiled ahead of time has those that are named here, and those of the
/// model.</summary>
internal static class NullableTypes
{
    private static readonly Dictionary<Type, Type> Named = new()
    {
        [typeof(byte)] = typeof(byte?),
        [typeof(sbyte)] = typeof(sbyte?),
        [typeof(short)] = typeof(short?),
        [typeof(ushort)] = typeof(ushort?),
        [typeof(uint)] = typeof(uint?),
        [typeof(ulong)] = typeof(ulong?),
        [typeof(float)] = typeof(float?),
        [typeof(decimal)] = typeof(decimal?),
        [typeof(char)] = typeof(char?),
        [typeof(DateOnly)] = typeof(DateOnly?),
        [typeof(TimeOnly)] = typeof(TimeOnly?),
        [typeof(Guid)] = typeof(Guid?),
        [typeof(StringComparison)] = typeof(StringComparison?),
    };

    // Few, because each takes tens of kilobytes of such an application.
    private static readonly Dictionary<Type, SequenceReader> Readers = new()
    {
        [typeof(decimal)] = SequenceReader<decimal>.Instance,
        [typeof(char)] = SequenceReader<char>.Instance,
        [typeof(DateOnly)] = SequenceReader<DateOnly>.Instance,
        [typeof(Guid)] = SequenceReader<Guid>.Instance,
    };

    /// <exception cref="UnsupportedQueryException">There is none.</exception>
    public static Type Of(Type type)
    {
        if (Named.TryGetValue(type, out var known))
            return known;
        if (RuntimeFeature.IsDynamicCodeSupported)
            return typeof(Nullable<>).MakeGenericType(type);
        throw UnsupportedExpression.NotMadeAheadOfTime(type);
    }

    /// <summary>The reader of sequences of a type, or null for one that is not named here.</summary>
    public static SequenceReader? ReaderOf(Type item) => Readers.GetValueOrDefault(item);
}
