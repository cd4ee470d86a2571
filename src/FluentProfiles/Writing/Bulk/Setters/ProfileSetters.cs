using System.Linq.Expressions;
using FluentProfiles.Expressions.Text;
using FluentProfiles.Model.Schema;
using FluentProfiles.Writing.Bulk.Setters;
using FluentProfiles.Writing.Single;

namespace FluentProfiles;

/// <summary>Collects the changes of <c>ExecuteUpdateAsync</c>: <c>c => c.SetName(p => …).SetMetadata("tier", "gold")</c>.
/// Values are expressions of the profile as the query reads it, by the rules of a selector: every <c>.</c> reads as <c>?.</c>,
/// and what does not depend on the profile is evaluated once, when the run starts.</summary>
/// <remarks>A null value leaves the member of that profile alone; clearing is written as <see cref="ClearName"/>,
/// <see cref="RemoveMetadata"/>, <see cref="Clear"/> or <see cref="Change.Clear"/>. Each setter returns this object, so that
/// they chain. A wanted value is compared with the current one; a profile for which nothing differs is not written. A value
/// beyond its limits fails that profile, before it is sent; a constant one throws at once.</remarks>
public sealed class ProfileSetters
{
    private readonly List<Setter> setters = [];

    internal ProfileSetters() { }

    internal IReadOnlyList<Setter> Setters => setters;

    /// <summary>Sets the name, up to 255 characters. Null leaves it alone.</summary>
    /// <exception cref="ArgumentException">The name is set already.</exception>
    public ProfileSetters SetName(Expression<Func<UserProfile, string?>> value) => Set(p => p.Name, value);

    /// <summary>Sets the name, up to 255 characters, or clears it, as each profile's <see cref="Change{T}"/> says:
    /// <c>SetName(p => p.Name == "" ? Change.Clear : p.Name!.Trim())</c>.</summary>
    /// <exception cref="ArgumentException">The name is set already.</exception>
    public ProfileSetters SetName(Expression<Func<UserProfile, Change<string>>> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Add(new Setter<string>(new(ProfileSchema.Name), p => p.Name, value));
    }

    /// <summary>Sets the name, up to 255 characters.</summary>
    /// <exception cref="ArgumentNullException">The name is null. <see cref="ClearName"/> clears it.</exception>
    /// <exception cref="ArgumentException">The name is too long, or set already.</exception>
    public ProfileSetters SetName(string value) => Set(p => p.Name, value);

    /// <summary>Clears the name.</summary>
    /// <exception cref="ArgumentException">The name is set already.</exception>
    public ProfileSetters ClearName() => Clear(p => p.Name);

    /// <summary>Sets a pair of metadata. Null leaves it alone; an empty text fails the profile.</summary>
    /// <param name="key">The key, 1 to 64 characters.</param>
    /// <param name="value">The value, 1 to 512 characters.</param>
    /// <exception cref="ArgumentException">The key is empty or too long, or set already.</exception>
    public ProfileSetters SetMetadata(string key, Expression<Func<UserProfile, string?>> value) =>
        AddMetadata(key, value);

    /// <summary>Sets a pair of metadata, or removes it, as each profile's <see cref="Change{T}"/> says:
    /// <c>SetMetadata("tier", p => p.Metadata["plan"] == "pro" ? "gold" : Change.Clear)</c>.</summary>
    /// <param name="key">The key, 1 to 64 characters.</param>
    /// <param name="value">The change; a value has 1 to 512 characters.</param>
    /// <exception cref="ArgumentException">The key is empty or too long, or set already.</exception>
    public ProfileSetters SetMetadata(string key, Expression<Func<UserProfile, Change<string>>> value) =>
        AddMetadata(key, value);

    /// <summary>Sets a pair of metadata.</summary>
    /// <param name="key">The key, 1 to 64 characters.</param>
    /// <param name="value">The value, 1 to 512 characters.</param>
    /// <exception cref="ArgumentNullException">The key or the value is null. <see cref="RemoveMetadata"/> removes a
    /// pair.</exception>
    /// <exception cref="ArgumentException">The key or the value is empty or too long, or the key is set already.</exception>
    public ProfileSetters SetMetadata(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ThrowIfNull(value, nameof(RemoveMetadata));
        Limits.CheckMetadata([new(key, value)], nameof(value));
        return AddMetadata(key, Constant<string?>(value));
    }

    /// <summary>Removes a pair of metadata, where there is one.</summary>
    /// <param name="key">The key, 1 to 64 characters.</param>
    /// <exception cref="ArgumentException">The key is empty or too long, or set already.</exception>
    public ProfileSetters RemoveMetadata(string key) => AddMetadata(key, Constant<Change<string>>(Change.Clear));

    /// <summary>Sets any field that can be written: <c>Set(p => p.ExternalUserDetails.Country, p => p.Metadata["country"])</c>.
    /// A null or default value leaves the field alone.</summary>
    /// <param name="field">The field, as a member of the profile or of its details.</param>
    /// <param name="value">The value.</param>
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

    /// <summary>Sets any field that can be written to one value: <c>Set(p => p.AccessType, AccessType.Passthrough)</c>.</summary>
    /// <param name="field">The field, as a member of the profile or of its details.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="UnsupportedQueryException">The expression names no field that can be written.</exception>
    /// <exception cref="ArgumentNullException">The value is null, or the default of an extensible enum. <see cref="Clear"/> clears a
    /// field that can be cleared.</exception>
    /// <exception cref="ArgumentException">The value is beyond its limits, or the field is set already.</exception>
    public ProfileSetters Set<TValue>(Expression<Func<UserProfile, TValue?>> field, TValue value)
    {
        ArgumentNullException.ThrowIfNull(field);
        var target = TargetOf(field);
        var text = FieldTexts.Of(value);
        ThrowIfNull(text, nameof(Clear));
        Limits.Check(target.Field, target.Member, text, now: null, nameof(value));
        return Add(new Setter<TValue>(target, field, Constant<TValue?>(value)));
    }

    /// <summary>Clears a field: <c>Clear(p => p.ExternalId)</c>. The service clears the name and the external id; every other
    /// field keeps a value once it is set. <see cref="RemoveMetadata"/> removes a pair of metadata.</summary>
    /// <param name="field">The field, as a member of the profile.</param>
    /// <exception cref="UnsupportedQueryException">The expression names no field that can be written.</exception>
    /// <exception cref="ArgumentException">The service can't clear the field, or it is set already.</exception>
    public ProfileSetters Clear(Expression<Func<UserProfile, string?>> field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var target = TargetOf(field);
        return target.Field.Facts!.Clearable
            ? Lose(field)
            : throw Limits.Violated(
                target.Member,
                "can't be cleared once it is set; the service can only change it",
                nameof(field)
            );
    }

    /// <summary>Clears a field without a check, as a delete does.</summary>
    internal ProfileSetters Lose(Expression<Func<UserProfile, string?>> field) =>
        Add(new Setter<string>(TargetOf(field), field, Constant<Change<string>>(Change.Clear)));

    private ProfileSetters AddMetadata(string key, LambdaExpression value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        Limits.CheckKey(key, nameof(key));
        var target = new WriteTarget(ProfileSchema.FieldOf(nameof(UserProfile.Metadata)), key);
        return Add(new Setter<string>(target, p => p.Metadata[key], value));
    }

    private static void ThrowIfNull(string? value, string clearing)
    {
        if (value is null)
            throw new ArgumentNullException(
                nameof(value),
                $"The value is null, which sets nothing. Call {clearing} to clear."
            );
    }

    private ProfileSetters Add(Setter setter)
    {
        if (setters.Exists(known => known.Target == setter.Target))
            throw new ArgumentException($"{setter.Target.Member} is set twice. Set it once.");
        setters.Add(setter);
        return this;
    }

    private static Expression<Func<UserProfile, TValue>> Constant<TValue>(TValue value) =>
        Expression.Lambda<Func<UserProfile, TValue>>(
            Expression.Constant(value, typeof(TValue)),
            Expression.Parameter(typeof(UserProfile), "p")
        );

    private static WriteTarget TargetOf(LambdaExpression field)
    {
        if (WriteTarget.Find(field.Body) is { } target)
            return target;
        throw new UnsupportedQueryException(
            $"{CSharpText.Of(field, redact: true)} names no field that can be written. Name a writable member of the profile or of its ExternalUserDetails; pairs of metadata are set by SetMetadata."
        );
    }
}
