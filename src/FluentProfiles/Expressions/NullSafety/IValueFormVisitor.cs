namespace FluentProfiles.Expressions.NullSafety;

/// <summary>Makes something for a type whose form is known.</summary>
internal interface IValueFormVisitor<out TResult>
{
    TResult Class<T>()
        where T : class;

    TResult Struct<T>()
        where T : struct;

    TResult Enum<T>()
        where T : struct, IEquatable<T>;
}
