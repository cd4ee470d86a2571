using System.Linq.Expressions;
using FluentProfiles.Model.Schema;
using FluentProfiles.Writing.Single;

namespace FluentProfiles.Writing.Bulk.Setters;

/// <summary>What a setter sets: a field, or one pair of metadata.</summary>
/// <param name="Field">The field.</param>
/// <param name="Key">The key of the pair; null for a field.</param>
internal sealed record WriteTarget(ProfileField Field, string? Key = null)
{
    private bool IsDetail => Field.Property.DeclaringType == typeof(ExternalUserDetails);

    /// <summary>The field of the profile that it is, or lies in.</summary>
    public ProfileField Owner => IsDetail ? ProfileSchema.FieldOf(nameof(UserProfile.ExternalUserDetails)) : Field;

    /// <summary>What a caller calls it: <c>Metadata["tier"]</c>.</summary>
    public string Member =>
        Key is not null ? $"{Field.Property.Name}[\"{Key}\"]"
        : IsDetail ? $"{nameof(UserProfile.ExternalUserDetails)}.{Field.Property.Name}"
        : Field.Property.Name;

    /// <summary>The member that an expression of a profile names, or null where it names none that can be written.</summary>
    public static WriteTarget? Find(Expression body) =>
        body
            is MemberExpression
            {
                Expression: ParameterExpression or MemberExpression { Expression: ParameterExpression },
            } member
        && ProfileSchema.Find(member.Member) is { Facts: { Writable: true, MaxPairs: 0 } } found
        && found.Property.PropertyType != typeof(ExternalUserDetails)
            ? new(found)
            : null;

    /// <summary>What a profile has there; null for nothing.</summary>
    public string? TextIn(UserProfile profile) =>
        Key is not null
            ? profile.Metadata[Key]
            : FieldTexts.Of(Field.Property.GetValue(IsDetail ? profile.ExternalUserDetails : profile));

    /// <summary>What a write sets it to; null for nothing.</summary>
    public string? TextIn(ProfileWrite write) =>
        Key is not null
            ? write.Metadata.FirstOrDefault(pair => pair.Key == Key).Value
            : (IsDetail ? write.OfDetails : write.OfProfile).FirstOrDefault(set => set.Field == Field).Text;

    /// <summary>Sets it; null clears it.</summary>
    public void Set(ProfileWrite write, string? text)
    {
        if (Key is not null)
            write.SetMetadata(Key, text);
        else
            write.Set(Field, text);
    }
}
