using System.Linq.Expressions;
using FluentProfiles.Model;
using FluentProfiles.Planning.Expressions;
using FluentProfiles.Writing;
using FluentProfiles.Writing.Bulk;

namespace FluentProfiles;

/// <summary>Takes down what <c>ExecuteUpdateAsync</c> sets: <c>c => c.SetName(p => …).SetMetadata("tier", "gold")</c>. Values
/// are expressions of the profile as the query reads it, by the rules of a selector: every <c>.</c> reads as <c>?.</c>, and
/// what does not depend on the profile is evaluated once, when the run starts.</summary>
/// <remarks>Each setter gives this object, so that they chain. What a setter gives is compared with what is there; a profile
/// for which nothing differs is not written. A value beyond its limits fails that profile, before it is sent; a constant one
/// throws at once.</remarks>
public sealed class ProfileSetters
{
    private readonly List<Setter> setters = [];

    internal ProfileSetters() { }

    internal IReadOnlyList<Setter> Setters => setters;

    /// <summary>Sets the name, up to 255 characters; null takes it away.</summary>
    /// <exception cref="ArgumentException">The name is set already.</exception>
    public ProfileSetters SetName(Expression<Func<UserProfile, string?>> value) => Set(p => p.Name, value);

    /// <summary>Sets the name, up to 255 characters; null takes it away.</summary>
    /// <exception cref="ArgumentException">The name is too long, or set already.</exception>
    public ProfileSetters SetName(string? value) => Set(p => p.Name, value);

    /// <summary>Sets a pair of metadata; null or an empty text removes it.</summary>
    /// <param name="key">The key, 1 to 64 characters.</param>
    /// <param name="value">The value, up to 512 characters.</param>
    /// <exception cref="ArgumentException">The key is empty or too long, or set already.</exception>
    public ProfileSetters SetMetadata(string key, Expression<Func<UserProfile, string?>> value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        Limits.CheckKey(key, nameof(key));
        var target = new WriteTarget(ProfileSchema.FieldOf(nameof(UserProfile.Metadata)), key);
        return Add(new Setter<string>(target, p => p.Metadata[key], value));
    }

    /// <summary>Sets a pair of metadata; null or an empty text removes it.</summary>
    /// <param name="key">The key, 1 to 64 characters.</param>
    /// <param name="value">The value, up to 512 characters.</param>
    /// <exception cref="ArgumentException">The key or the value is too long, the key is empty or set already.</exception>
    public ProfileSetters SetMetadata(string key, string? value)
    {
        ArgumentNullException.ThrowIfNull(key);
        Limits.CheckMetadata([new(key, value ?? "")], nameof(value));
        return SetMetadata(key, Constant(value));
    }

    /// <summary>Removes a pair of metadata, where there is one.</summary>
    /// <param name="key">The key, 1 to 64 characters.</param>
    /// <exception cref="ArgumentException">The key is empty or too long, or set already.</exception>
    public ProfileSetters RemoveMetadata(string key) => SetMetadata(key, Constant<string>(null));

    /// <summary>Sets any field that can be written: <c>Set(p => p.ExternalUserDetails.Country, p => p.Metadata["country"])</c>.
    /// A null takes a name or an external id away; other fields can't be taken away once they are set, and a null for one that
    /// is set fails that profile.</summary>
    /// <param name="field">The field, as a member of the profile or of its details.</param>
    /// <param name="value">What it is set to.</param>
    /// <exception cref="UnsupportedQueryException">The expression names no field that can be written.</exception>
    /// <exception cref="ArgumentException">The field is set already.</exception>
    public ProfileSetters Set<TValue>(
        Expression<Func<UserProfile, TValue?>> field,
        Expression<Func<UserProfile, TValue?>> value
    )
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(value);
        return Add(new Setter<TValue>(TargetOf(field), field, value));
    }

    /// <summary>Sets any field that can be written to one value: <c>Set(p => p.AccessType, AccessType.Passthrough)</c>; else
    /// like the overload with an expression.</summary>
    /// <param name="field">The field, as a member of the profile or of its details.</param>
    /// <param name="value">What it is set to.</param>
    /// <exception cref="UnsupportedQueryException">The expression names no field that can be written.</exception>
    /// <exception cref="ArgumentException">The value is beyond its limits, or the field is set already.</exception>
    public ProfileSetters Set<TValue>(Expression<Func<UserProfile, TValue?>> field, TValue? value)
    {
        ArgumentNullException.ThrowIfNull(field);
        var target = TargetOf(field);
        Limits.Check(target.Field, target.Member, FieldTexts.Of(value), now: null, nameof(value));
        return Add(new Setter<TValue>(target, field, Constant(value)));
    }

    private ProfileSetters Add(Setter setter)
    {
        if (setters.Exists(known => known.Target == setter.Target))
            throw new ArgumentException($"{setter.Target.Member} is set twice. Set it once.");
        setters.Add(setter);
        return this;
    }

    private static Expression<Func<UserProfile, TValue?>> Constant<TValue>(TValue? value) =>
        Expression.Lambda<Func<UserProfile, TValue?>>(
            Expression.Constant(value, typeof(TValue)),
            Expression.Parameter(typeof(UserProfile), "p")
        );

    private static WriteTarget TargetOf(LambdaExpression field)
    {
        if (
            field.Body
                is MemberExpression
                {
                    Expression: ParameterExpression or MemberExpression { Expression: ParameterExpression },
                } member
            && ProfileSchema.Find(member.Member) is { Facts: { Writable: true, MaxPairs: 0 } } found
            && found.Property.PropertyType != typeof(ExternalUserDetails)
        )
            return new(found);
        throw new UnsupportedQueryException(
            $"{CSharpText.Of(field, redact: true)} names no field that can be written. Name a writable member of the profile or of its ExternalUserDetails; pairs of metadata are set by SetMetadata."
        );
    }
}
