using System.Runtime.CompilerServices;
using FluentProfiles.Expressions.Text;

namespace FluentProfiles.Expressions.NullSafety;

/// <summary>The nullable forms of value types. Where code can be made at run time every type has one; an application compiled
/// ahead of time has those that are named here, and those of the model.</summary>
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

    /// <exception cref="UnsupportedQueryException">There is none.</exception>
    public static Type Of(Type type)
    {
        if ((ValueForms.Of(type)?.Lifted ?? Named.GetValueOrDefault(type)) is { } known)
            return known;
        if (RuntimeFeature.IsDynamicCodeSupported)
            return typeof(Nullable<>).MakeGenericType(type);
        throw UnsupportedExpression.NotMadeAheadOfTime(type);
    }
}
