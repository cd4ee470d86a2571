using FluentProfiles.Tests.Http;

namespace FluentProfiles.Tests.Sources.Service;

public sealed class ProfileAddressTests
{
    [Theory]
    [OverBothTransports("uprof_1", "uprof_1")]
    [OverBothTransports("a/../b?x#y%2f", "a%2F..%2Fb%3Fx%23y%252f")]
    [OverBothTransports("../../admin", "..%2F..%2Fadmin")]
    [OverBothTransports("%2e%2e", "%252e%252e")]
    [OverBothTransports("a b+c&d=e", "a%20b%2Bc%26d%3De")]
    [OverBothTransports("a\r\nx-admin: 1", "a%0D%0Ax-admin%3A%201")]
    [OverBothTransports("\\\\h\\x", "%5C%5Ch%5Cx")]
    [OverBothTransports("ü…😀", "%C3%BC%E2%80%A6%F0%9F%98%80")]
    [OverBothTransports("{id}'\"<>^`|[]", "%7Bid%7D%27%22%3C%3E%5E%60%7C%5B%5D")]
    [OverBothTransports("...", "...")]
    public async Task Id_IsEscaped(TransportKind kind, string id, string sent)
    {
        await using var service = await kind.StartAsync();

        await Assert.ThrowsAsync<ProfilesNotFoundException>(() => service.Client.GetAsync(id));

        Assert.Equal([$"GET /v1/user_profiles/{sent}"], service.Requests);
    }

    [Theory]
    [OverBothTransports("c+/=&#? ü", "c%2B%2F%3D%26%23%3F%20%C3%BC")]
    [OverBothTransports("%41", "%2541")]
    public async Task Cursor_IsEscaped(TransportKind kind, string cursor, string sent)
    {
        await using var service = await kind.StartAsync();

        await Assert.ThrowsAsync<ProfilesInvalidRequestException>(async () =>
            await service.Query().FromPage(cursor).ToListAsync()
        );

        Assert.Equal($"/v1/user_profiles?limit=100&page={sent}", Assert.Single(service.Emulator.Requests).PathAndQuery);
    }

    [Theory]
    [OverBothTransports]
    public async Task Filter_IsWrittenInBrackets(TransportKind kind)
    {
        await using var service = await kind.StartAsync();
        EnforcementStatus[] wanted = ["a b&c", EnforcementStatus.Banned];

        await Assert.ThrowsAsync<ProfilesInvalidRequestException>(async () =>
            await service.Query().Where(p => wanted.Contains(p.EnforcementStatus)).ToListAsync()
        );

        Assert.Equal(
            "/v1/user_profiles?limit=100&enforcement_status%5B%5D=a%20b%26c&enforcement_status%5B%5D=banned",
            Assert.Single(service.Emulator.Requests).PathAndQuery
        );
    }
}
