using System.Text;
using Governance.Api.Security.SignIn;

namespace Governance.Tests.Security.SignIn;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1111111111);

    /// <summary>RFC 6238, appendix B, of whose eight digits these are the last six.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void A_code_is_as_the_standard_has_it(long seconds, string code) =>
        Totp.Code(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))).Should().Be(code);

    /// <summary>RFC 4648, section 10, without the padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void A_secret_is_written_in_base_32(string bytes, string text) => Totp.Base32(Encoding.ASCII.GetBytes(bytes)).Should().Be(text);

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void A_clock_may_be_half_a_minute_off_and_no_more(int seconds, bool taken) =>
        Totp.StepOf(Secret, Totp.Code(Secret, Totp.StepAt(Now.AddSeconds(seconds))), Now, taken: 0).HasValue.Should().Be(taken);

    [Theory]
    [InlineData("050 471", true)]
    [InlineData("050472", false)]
    [InlineData("50471", false)]
    [InlineData("0050471", false)]
    [InlineData("", false)]
    [InlineData("٠٥٠٤٧١", false)]
    public void A_code_may_be_typed_with_a_blank_and_nothing_else(string typed, bool taken) => Totp.StepOf(Secret, typed, Now, taken: 0).HasValue.Should().Be(taken);

    [Fact]
    public void A_code_is_not_taken_again_nor_one_from_before_it()
    {
        var step = Totp.StepAt(Now);
        Totp.StepOf(Secret, Totp.Code(Secret, step), Now, taken: step).Should().BeNull();
        Totp.StepOf(Secret, Totp.Code(Secret, step - 1), Now, taken: step).Should().BeNull();
        Totp.StepOf(Secret, Totp.Code(Secret, step + 1), Now, taken: step).Should().Be(step + 1);
    }

    [Fact]
    public void A_recovery_code_is_the_same_however_it_is_typed()
    {
        var codes = RecoveryCode.NewSet();
        codes.Should().HaveCount(RecoveryCode.Count).And.OnlyHaveUniqueItems().And.AllSatisfy(code => code.Should().MatchRegex("^([a-z2-9]{4}-){3}[a-z2-9]{4}$"));
        RecoveryCode.Hash(codes[0].ToUpperInvariant().Replace('-', ' ')).Should().Be(RecoveryCode.Hash(codes[0]));
    }
}
