using System.Linq.Expressions;
using FluentProfiles.Expressions.Text;
using FluentProfiles.Model.Schema;
using FluentProfiles.Writing.Bulk.Setters;
using FluentProfiles.Writing.Single;

namespace FluentProfiles;

/// <summary>Collects the changes of <c>ExecuteUpdateAsync</c>:
/// <c>c => c.SetName(p => …).SetMetadata("tier", "gold")</c>. Values are expressions over the profile that the query
/// reads, with the rules of a selector. Every <c>.</c> behaves like <c>?.</c>. Parts that do not depend on the profile
/// are evaluated once, when the run starts.</summary>
/// <remarks>A null value leaves the member of that profile unchanged. To clear a member, use <see cref="ClearName"/>,
/// <see cref="RemoveMetadata"/>, <see cref="Clear"/> or <see cref="Change.Clear"/>. Each setter returns this object, so
/// calls can be chained. The wanted values are compared with the current ones, and a profile without a difference is
/// not written. If a value exceeds its limits, that profile fails before anything is sent for it. A constant that
/// exceeds its limits throws immediately.</remarks>
public sealed class ProfileSetters
{
    private readonly List<Setter> setters = [];

    internal ProfileSetters() { }

    internal IReadOnlyList<Setter> Setters => setters;

    /// <summary>Sets the name, up to 255 characters. Null leaves it unchanged.</summary>
    /// <exception cref="ArgumentException">The name is already set.</exception>
    public ProfileSetters SetName(Expression<Func<UserProfile, string?>> value) => Set(p => p.Name, value);

    /// <summary>Sets or clears the name, up to 255 characters, as a <see cref="Change{T}"/> for each profile specifies:
    /// <c>SetName(p => p.Name == "" ? Change.Clear : p.Name!.Trim())</c>.</summary>
    /// <exception cref="ArgumentException">The name is already set.</exception>
    public ProfileSetters SetName(Expression<Func<UserProfile, Change<string>>> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Add(new Setter<string>(new(ProfileSchema.Name), p => p.Name, value));
    }

    /// <summary>Sets the name, up to 255 characters.</summary>
    /// <exception cref="ArgumentNullException">The name is null. To clear the name, use
    /// <see cref="ClearName"/>.</exception>
    /// <exception cref="ArgumentException">The name is too long or already set.</exception>
    public ProfileSetters SetName(string value) => Set(p => p.Name, value);

    /// <summary>Clears the name.</summary>
    /// <exception cref="ArgumentException">The name is already set.</exception>
    public ProfileSetters ClearName() => Clear(p => p.Name);

    /// <summary>Sets a metadata pair. Null leaves it unchanged. With an empty string, the profile fails.</summary>
    /// <param name="key">The key, 1 to 64 characters.</param>
    /// <param name="value">The value, 1 to 512 characters.</param>
    /// <exception cref="ArgumentException">The key is empty, too long, or already set.</exception>
    public ProfileSetters SetMetadata(string key, Expression<Func<UserProfile, string?>> value) =>
        AddMetadata(key, value);

    /// <summary>Sets or removes a metadata pair, as a <see cref="Change{T}"/> for each profile specifies:
    /// <c>SetMetadata("tier", p => p.Metadata["plan"] == "pro" ? "gold" : Change.Clear)</c>.</summary>
    /// <param name="key">The key, 1 to 64 characters.</param>
    /// <param name="value">The change. A value has 1 to 512 characters.</param>
    /// <exception cref="ArgumentException">The key is empty, too long, or already set.</exception>
    public ProfileSetters SetMetadata(string key, Expression<Func<UserProfile, Change<string>>> value) =>
        AddMetadata(key, value);

    /// <summary>Sets a metadata pair.</summary>
    /// <param name="key">The key, 1 to 64 characters.</param>
    /// <param name="value">The value, 1 to 512 characters.</param>
    /// <exception cref="ArgumentNullException">The key or the value is null. To remove a pair, use
    /// <see cref="RemoveMetadata"/>.</exception>
    /// <exception cref="ArgumentException">The key or the value is empty or too long, or the key is already
    /// set.</exception>
    public ProfileSetters SetMetadata(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ThrowIfNull(value, nameof(RemoveMetadata));
        Limits.CheckMetadata([new(key, value)], nameof(value));
        return AddMetadata(key, Constant<string?>(value));
    }

    /// <summary>Removes a metadata pair if it exists.</summary>
    /// <param name="key">The key, 1 to 64 characters.</param>
    /// <exception cref="ArgumentException">The key is empty, too long, or already set.</exception>
    public ProfileSetters RemoveMetadata(string key) => AddMetadata(key, Constant<Change<string>>(Change.Clear));

    /// <summary>Sets any writable field: <c>Set(p => p.ExternalUserDetails.Country, p => p.Metadata["country"])</c>. A
    /// null or default value leaves the field unchanged.</summary>
    /// <param name="field">The field, as a member of the profile or of its details.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="UnsupportedQueryException">The expression is not a writable field.</exception>
    /// <exception cref="ArgumentException">The field is already set.</exception>
    public ProfileSetters Set<TValue>(
        Expression<Func<UserProfile, TValue?>> field,
        Expression<Func<UserProfile, TValue?>> value
    )
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(value);
        return Add(new Setter<TValue>(TargetOf(field), field, value));
    }

    /// <summary>Sets any writable field to one value: <c>Set(p => p.AccessType, AccessType.Passthrough)</c>.</summary>
    /// <param name="field">The field, as a member of the profile or of its details.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="UnsupportedQueryException">The expression is not a writable field.</exception>
    /// <exception cref="ArgumentNullException">The value is null, or the default of an extensible enum. To clear a
    /// field that can be cleared, use <see cref="Clear"/>.</exception>
    /// <exception cref="ArgumentException">The value exceeds its limits, or the field is already set.</exception>
    public ProfileSetters Set<TValue>(Expression<Func<UserProfile, TValue?>> field, TValue value)
    {
        ArgumentNullException.ThrowIfNull(field);
        var target = TargetOf(field);
        var text = FieldTexts.Of(value);
        ThrowIfNull(text, nameof(Clear));
        Limits.Check(target.Field, target.Member, text, now: null, nameof(value));
        return Add(new Setter<TValue>(target, field, Constant<TValue?>(value)));
    }

    /// <summary>Clears a field: <c>Clear(p => p.ExternalId)</c>. The service can clear the name and the external id.
    /// Other fields can be changed but not cleared. To remove a metadata pair, use
    /// <see cref="RemoveMetadata"/>.</summary>
    /// <param name="field">The field, as a member of the profile.</param>
    /// <exception cref="UnsupportedQueryException">The expression is not a writable field.</exception>
    /// <exception cref="ArgumentException">The service can't clear the field, or the field is already set.</exception>
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
