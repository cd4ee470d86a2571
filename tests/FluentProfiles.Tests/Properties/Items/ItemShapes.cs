using CsCheck;
using FluentProfiles.Tests.Properties.Conditions;
using FluentProfiles.Tests.Properties.Data;

namespace FluentProfiles.Tests.Properties.Items;

/// <summary>The types that a query may come to: the profile itself, and what a Select makes of it.</summary>
internal static class ItemShapes
{
    /// <summary>No Select.</summary>
    public static readonly Shape<UserProfile> Profile = new(
        null,
        p => p,
        IsTransparent: true,
        ComparesByValue: false,
        new Catalog<UserProfile>(
            Gen.Frequency(
                (4, ProfileAtoms.OfService.Conditions),
                (1, ProfileAtoms.OfClient.Conditions),
                (1, ProfileAtoms.OfParts.Conditions),
                (
                    1,
                    Gen.Select(
                        ProfileAtoms.OfService.Conditions,
                        ProfileAtoms.OfClient.Conditions,
                        Condition<UserProfile>.And
                    )
                ),
                (
                    1,
                    Gen.Select(
                        ProfileAtoms.OfParts.Conditions,
                        ProfileAtoms.OfService.Conditions,
                        Condition<UserProfile>.Or
                    )
                )
            )
        )
            .Key(p => p.CreatedAt, ServiceField.CreatedAt, ofDictionary: true)
            .Key(p => p.CreatedAt, ServiceField.CreatedAt)
            .Key(p => p.Name, ServiceField.Name)
            .Key(p => p.Name, ServiceField.Name)
            .Key(p => p.Id, ofDictionary: true)
            .Key(p => p.UpdatedAt)
            .Key(p => p.ExternalUserDetails.OnboardedAt)
            .Key(p => p.ExternalUserDetails.Country)
            .Key(p => p.Metadata["plan"])
            .Key(p => p.Name!.Length)
            .Key(p => (object?)p.Name, ServiceField.Name)
            .Key(p => (IComparable)p.CreatedAt, ServiceField.CreatedAt)
            .Key(p => (object?)p.ExternalUserDetails.Country)
            .Key(p => p.Programs.Cyber!.Requirements!.DataRetention)
    );

    public static readonly Shape[] Others =
    [
        ShapeMaker.Transparent(
            p => new
            {
                p.Id,
                Label = p.Name,
                p.CreatedAt,
                Status = p.EnforcementStatus,
            },
            atoms =>
            {
                atoms.Add(Values.Bounds, x => p => p.CreatedAt >= x);
                atoms.Add(Values.Bounds, x => p => p.CreatedAt < x);
                atoms.Add(Values.KnownStatuses, x => p => p.Status == x, Subject.StatusIs);
                atoms.Add(Values.StatusArrays, x => p => x.Contains(p.Status), Subject.Status);
                atoms.Add(Values.IdArrays, x => p => x.Contains(p.Id), Subject.Id);
                atoms.Add(Values.Names, x => p => p.Label!.StartsWith(x, StringComparison.Ordinal));
                atoms.Add(p => p.Label == null);
            },
            keys =>
                keys.Key(p => p.CreatedAt, ServiceField.CreatedAt)
                    .Key(p => p.Label, ServiceField.Name)
                    .Key(p => p.Label!.Length)
                    .Key(p => p.Id, ofDictionary: true)
        ),
        ShapeMaker.Transparent(
            p => new { p, when = p.CreatedAt },
            atoms =>
            {
                atoms.Add(Values.Bounds, x => p => p.when > x);
                atoms.Add(Values.NamesOrNull, x => p => p.p.Name == x);
                atoms.Add(Values.KnownStatuses, x => p => p.p.EnforcementStatus == x, Subject.StatusIs);
            },
            keys =>
                keys.Key(p => p.when, ServiceField.CreatedAt)
                    .Key(p => p.p.Name, ServiceField.Name)
                    .Key(p => p.p.UpdatedAt, ofDictionary: true),
            comparesByValue: false
        ),
        ShapeMaker.Transparent(
            p => new Slim
            {
                Label = p.Name,
                Country = p.ExternalUserDetails.Country,
                Since = p.ExternalUserDetails.OnboardedAt,
            },
            atoms =>
            {
                atoms.Add(Values.Country, x => p => p.Country == x);
                atoms.Add(Values.Moments(6), x => p => p.Since > x || p.Label!.Length == 1);
            },
            keys => keys.Key(p => p.Label, ServiceField.Name).Key(p => p.Since).Key(p => p.Country)
        ),
        .. SingleValues.All,
    ];
}
